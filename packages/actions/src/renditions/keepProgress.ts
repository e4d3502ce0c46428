import type { RenditionId, StudioId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';

/** @returns whether anybody still wants it: false once it was cancelled */
export async function keepProgress(
  { db }: Pick<Ctx, 'db'>,
  { studioId, renditionId, progress }: { studioId: StudioId; renditionId: RenditionId; progress: number },
): Promise<boolean> {
  const where = { id: renditionId, studioId, state: 'queued' } as const;
  return (await db.rendition.updateMany({ where, data: { progress } })).count > 0;
}
