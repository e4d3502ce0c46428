import type { Db, Tx } from '@pinpaint/db';
import { ok, type Result, type WorkerId } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import { type Problem, problem } from '../problem.ts';

/** A worker that announced itself under this very token. */
export async function findWorker(db: Db | Tx, { tokenId }: WorkerActor, workerId: WorkerId) {
  const worker = await db.worker.findFirst({ where: { id: workerId, tokenId } });
  return worker ? ok(worker) : problem('worker.not-found', { workerId });
}

export type FoundWorker = Result<{ readonly id: string }, Problem>;
