import type { Ctx } from '../ctx.ts';
import type { TakenStep } from './takeStep.ts';

type Progress = Pick<TakenStep, 'studioId' | 'renditionId' | 'startedAt'> & { readonly progress: number };

/** A sign of life, too. @returns whether it is still wanted of this renderer: false once it was cancelled or is another's */
export async function keepProgress(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { studioId, renditionId, startedAt, progress }: Progress,
): Promise<boolean> {
  const where = { id: renditionId, studioId, state: 'queued', startedAt } as const;
  return (await db.rendition.updateMany({ where, data: { progress, beatAt: now() } })).count > 0;
}
