import { ok, type Result, type WorkerId } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findWorker } from './findWorker.ts';

/** The worker finishes what it has and gets nothing more; nothing new is promised on its account. */
export async function drainWorker(
  ctx: Ctx,
  actor: WorkerActor,
  workerId: WorkerId,
): Promise<Result<null, Problem>> {
  const found = await findWorker(ctx.db, actor, workerId);
  if (!found.ok) return found;
  await ctx.db.worker.update({ where: { id: workerId }, data: { drainingAt: ctx.now() } });
  return ok(null);
}
