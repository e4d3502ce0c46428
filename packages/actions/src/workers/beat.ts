import { ok, type Result } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findLeased, type Lease, leaseMs, stillRunning } from './lease.ts';

export type Beat = Lease & {
  readonly progress: number;
  /** How many are served before it where it waits in a service's queue; null: it doesn't. */
  readonly ahead: number | null;
};

export type BeatAnswer = {
  /** Give up: somebody cancelled the edit, or it has ended otherwise. */
  readonly stop: boolean;
};

/** A worker is still at it. Progress and lease are no change of state, so no event tells of them. */
export async function beat(ctx: Ctx, actor: WorkerActor, lease: Beat): Promise<Result<BeatAnswer, Problem>> {
  const found = await findLeased(ctx.db, actor, lease);
  if (!found.ok) return found;
  const now = ctx.now();
  await ctx.db.worker.updateMany({ where: { id: lease.workerId }, data: { seenAt: now } });
  const edit = found.value;
  if (edit.state !== 'running') return ok({ stop: true });
  if (edit.answeredAt) return ok({ stop: false });
  const { count } = await ctx.db.edit.updateMany({
    where: stillRunning(lease),
    data: {
      leaseUntil: new Date(now.getTime() + leaseMs),
      // A late beat may be overtaken by the next one.
      progress: Math.max(edit.progress, lease.progress),
      ahead: lease.ahead,
    },
  });
  return count > 0 ? ok({ stop: false }) : problem('lease.lost', { editId: lease.editId });
}
