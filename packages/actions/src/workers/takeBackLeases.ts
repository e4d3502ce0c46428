import { workChannel, writing } from '@pinpaint/db';
import { type EditId, ok, type StudioId } from '@pinpaint/domain';
import { systemActor } from '../access/systemActor.ts';
import type { Ctx } from '../ctx.ts';
import { failEdit } from '../edits/failEdit.ts';
import { findEditRow } from '../edits/findEdit.ts';
import { swapEditState } from '../edits/swapEditState.ts';
import { problem } from '../problem.ts';
import { isBilled } from './isBilled.ts';
import { attemptLimit } from './lease.ts';

/** Edits whose worker has gone silent are queued again, or given up when they have brought down too many, or are billed. */
export async function takeBackLeases(
  ctx: Pick<Ctx, 'db' | 'now'>,
  { studioId }: { readonly studioId: StudioId | null },
): Promise<number> {
  const lost = await ctx.db.edit.findMany({
    where: { state: 'running', leaseUntil: { lt: ctx.now() }, ...(studioId ? { studioId } : {}) },
    select: { id: true, studioId: true, attempts: true, workerId: true, leaseEpoch: true, estimate: true },
    take: 100,
  });
  for (const edit of lost) {
    const place = { studioId: edit.studioId as StudioId, editId: edit.id as EditId };
    if (edit.attempts < attemptLimit && !isBilled(edit)) await queueAgain(ctx, place);
    else {
      // An answer may have come in between.
      const lease = { workerId: edit.workerId ?? '', epoch: edit.leaseEpoch };
      await failEdit(ctx, { ...place, code: 'edit.worker-lost', says: null, by: systemActor, lease });
    }
  }
  return lost.length;
}

type Place = { readonly studioId: StudioId; readonly editId: EditId };

async function queueAgain(ctx: Pick<Ctx, 'db' | 'now'>, { studioId, editId }: Place): Promise<void> {
  await writing(ctx.db, { studioId, actor: systemActor }, async (w) => {
    const edit = await findEditRow(w.tx, studioId, editId);
    // A beat may have come in between.
    if (edit?.state !== 'running' || !edit.leaseUntil || edit.leaseUntil >= ctx.now()) {
      return problem('edit.changed-meanwhile');
    }
    const data = { leaseUntil: null, workerId: null, progress: 0 };
    const moved = await swapEditState(w, { edit, event: 'loseLease', scope: edit.scope, data });
    if (!moved.ok) return moved;
    await w.tx.$executeRaw`SELECT pg_notify(${workChannel}, ${editId})`;
    return ok(null);
  });
}
