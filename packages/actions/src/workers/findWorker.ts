import type { Db, Tx } from '@pinpaint/db';
import { ok, type WorkerId } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import { problem } from '../problem.ts';

/** A worker that announced itself under this very token. */
export async function findWorker(db: Db | Tx, { tokenId }: WorkerActor, workerId: WorkerId) {
  const worker = await db.worker.findFirst({ where: { id: workerId, tokenId } });
  return worker ? ok(worker) : problem('worker.not-found', { workerId });
}
