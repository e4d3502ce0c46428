import { writing } from '@pinpaint/db';
import { type EngineFacts, ok, type Result, type WorkerId } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';

export type AnnounceWorker = {
  /** Made by the worker's process (UUIDv7), once in its life. */
  readonly id: WorkerId;
  readonly name: string;
  readonly engines: readonly EngineFacts[];
  /** The model that answers selections there; null: it has none. */
  readonly segmenter: string | null;
};

/** A worker says who it is and what its engines can and cost. Again when it comes back after a break. */
export async function announceWorker(
  ctx: Ctx,
  { tokenId, studioId }: WorkerActor,
  { id, name, engines, segmenter }: AnnounceWorker,
): Promise<Result<null, Problem>> {
  const known = await ctx.db.worker.findUnique({ where: { id } });
  if (known && known.tokenId !== tokenId) return problem('worker.id-taken', { workerId: id });
  const facts = { name, engines: engines as object, segmenter, seenAt: ctx.now(), drainingAt: null };
  if (known) {
    await ctx.db.worker.update({ where: { id }, data: facts });
    return ok(null);
  }
  const data = { id, tokenId, studioId, ...facts };
  // The installation's own workers belong to no studio's ledger.
  if (!studioId) {
    await ctx.db.worker.createMany({ data: [data], skipDuplicates: true });
    return ok(null);
  }
  return writing(ctx.db, { studioId, actor: { kind: 'worker', id } }, async ({ tx, record }) => {
    const { count } = await tx.worker.createMany({ data: [data], skipDuplicates: true });
    if (count > 0) {
      record({
        topic: 'worker.announced',
        subject: { kind: 'worker', id },
        payload: { engines: engines.map((engine) => engine.name) },
        texts: { name },
      });
    }
    return ok(null);
  });
}
