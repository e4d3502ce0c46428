import { workChannel, writing } from '@pinpaint/db';
import { ok, type Result } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { failEdit } from '../edits/failEdit.ts';
import { findEditRow } from '../edits/findEdit.ts';
import { swapEditState } from '../edits/swapEditState.ts';
import { type Problem, problem } from '../problem.ts';
import { isBilled } from './isBilled.ts';
import { findRunning, type Lease } from './lease.ts';

/** A worker that has to go gives its edit back at once; that is nobody's failed attempt. What is billed has failed. */
export async function releaseEdit(
  ctx: Ctx,
  actor: WorkerActor,
  lease: Lease,
): Promise<Result<null, Problem>> {
  const held = await findRunning(ctx.db, actor, lease);
  if (!held.ok) return held;
  const { studioId } = held.value;
  if (isBilled(held.value)) {
    const by = { kind: 'worker', id: lease.workerId } as const;
    const place = { studioId, editId: lease.editId };
    return failEdit(ctx, { ...place, code: 'edit.worker-lost', says: null, by, lease });
  }
  return writing(ctx.db, { studioId, actor: { kind: 'worker', id: lease.workerId } }, async (w) => {
    const found = await findRunning(w.tx, actor, lease);
    const edit = found.ok && (await findEditRow(w.tx, studioId, lease.editId));
    if (!edit) return problem('lease.lost', { editId: lease.editId });
    const data = { leaseUntil: null, workerId: null, progress: 0, attempts: Math.max(0, edit.attempts - 1) };
    const moved = await swapEditState(w, { edit, event: 'loseLease', scope: edit.scope, data });
    if (!moved.ok) return moved;
    await w.tx.$executeRaw`SELECT pg_notify(${workChannel}, ${edit.id})`;
    return ok(null);
  });
}
