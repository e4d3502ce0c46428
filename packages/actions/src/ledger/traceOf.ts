import type { EditId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';

/** The trace of the request that asked for an edit; null: it was not traced. */
export async function traceOf({ db }: Pick<Ctx, 'db'>, editId: EditId): Promise<string | null> {
  const edit = await db.edit.findUnique({ where: { id: editId }, select: { studioId: true } });
  if (!edit) return null;
  const first = await db.ledgerEvent.findFirst({
    where: { studioId: edit.studioId, subjectId: editId },
    orderBy: { seq: 'asc' },
    select: { traceparent: true },
  });
  return first?.traceparent ?? null;
}
