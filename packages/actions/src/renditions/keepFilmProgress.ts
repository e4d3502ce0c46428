import type { RenditionId, StudioId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';

type Progress = { readonly studioId: StudioId; readonly renditionId: RenditionId; readonly progress: number };

/** A sign of life, too. @returns whether anybody still wants it: false once it was cancelled */
export async function keepFilmProgress(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { studioId, renditionId, progress }: Progress,
): Promise<boolean> {
  const where = { id: renditionId, studioId, state: 'queued' } as const;
  return (await db.rendition.updateMany({ where, data: { progress, beatAt: now() } })).count > 0;
}
