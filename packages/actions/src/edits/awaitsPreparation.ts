import type { EditId, StudioId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';

/** Whether an edit still wants its crop: not when it was cancelled, or another run has made it. */
export async function awaitsPreparation(
  { db }: Pick<Ctx, 'db'>,
  { studioId, editId }: { readonly studioId: StudioId; readonly editId: EditId },
): Promise<boolean> {
  return (await db.edit.count({ where: { id: editId, studioId, state: 'queued', preparedAt: null } })) > 0;
}
