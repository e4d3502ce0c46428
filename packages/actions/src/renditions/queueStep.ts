import type { Prisma, Tx } from '@pinpaint/db';
import type { RenditionStep } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';

/** A film is waited for, the others are computed: one that waits shall not hold up what is computed. */
export async function queueStep(
  { queue }: Pick<Ctx, 'queue'>,
  tx: Tx,
  { id, studioId, step }: Pick<Prisma.RenditionModel, 'id' | 'studioId' | 'step'>,
  seldom?: Parameters<Ctx['queue']['enqueue']>[3],
): Promise<void> {
  const isFilm = (step as RenditionStep | null)?.kind === 'film';
  await queue.enqueue(
    tx,
    isFilm ? 'rendition.film' : 'rendition.step',
    { studioId, renditionId: id },
    seldom,
  );
}
