import { ok, type Result } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findRunning, type Lease } from './lease.ts';

/** The parcel with the planes of an edit this worker holds; its digest, for the store. */
export async function findRequest(
  ctx: Ctx,
  actor: WorkerActor,
  lease: Lease,
): Promise<Result<string, Problem>> {
  const found = await findRunning(ctx.db, actor, lease);
  return found.ok ? ok(found.value.planes.request) : found;
}
