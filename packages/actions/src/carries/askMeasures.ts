import type { Tx } from '@pinpaint/db';
import type { Ctx } from '../ctx.ts';

type Moved = { readonly id: string; readonly studioId: string; readonly carriedFromId: string | null };

/** Once an edit has candidates, or one of them was taken: it and those that repeat it are compared anew. */
export async function askMeasures(
  { queue }: Pick<Ctx, 'queue'>,
  tx: Tx,
  { id, studioId, carriedFromId }: Moved,
): Promise<void> {
  const repeats = carriedFromId
    ? [{ id }]
    : await tx.edit.findMany({
        where: { studioId, carriedFromId: id, state: { in: ['proposed', 'accepted'] } },
        select: { id: true },
      });
  for (const edit of repeats) await queue.enqueue(tx, 'carry.measure', { studioId, editId: edit.id });
}
