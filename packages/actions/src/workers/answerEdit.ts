import { writing } from '@pinpaint/db';
import { type Cost, ok, type PixelSize, type Result, type StudioId } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import { type KeptBlob, keepBlob } from '../blobs/keepBlob.ts';
import type { Ctx } from '../ctx.ts';
import type { AreaEstimate } from '../edits/estimateArea.ts';
import type { PreparedPlanes } from '../edits/savePreparation.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { findRunning, type Lease } from './lease.ts';

export type AnswerEdit = Lease & {
  /** The parcel with patches and used alphas, stored as it came; nobody has looked into it yet. */
  readonly answer: KeptBlob;
  /** Inside the engine. */
  readonly engineMs: number;
};

/** What `Edit.answer` holds. */
export type KeptAnswer = { readonly parcel: string };

/** What an answer may be, known before its first byte is read. */
export type AnswerBounds = { readonly size: PixelSize; readonly depth: 8 | 16; readonly variants: number };

/** Whether this worker may answer now, and how large that may be. */
export async function expectAnswer(
  ctx: Ctx,
  actor: WorkerActor,
  lease: Lease,
): Promise<Result<AnswerBounds, Problem>> {
  const found = await findRunning(ctx.db, actor, lease);
  if (!found.ok) return found;
  const { size, depth } = found.value.planes as unknown as PreparedPlanes;
  return ok({ size, depth, variants: found.value.variants });
}

/** Keeps the answer for the renderer to judge. Of two answers, or one under an old lease, only one counts. */
export async function answerEdit(
  ctx: Ctx,
  actor: WorkerActor,
  wish: AnswerEdit,
): Promise<Result<null, Problem>> {
  const leased = await findRunning(ctx.db, actor, wish);
  if (!leased.ok) return leased;
  const studioId = leased.value.studioId as StudioId;
  return writing(ctx.db, { studioId, actor: { kind: 'worker', id: wish.workerId } }, async ({ tx }) => {
    const { region } = leased.value.estimate as AreaEstimate;
    const cost: Cost = { pixels: region.pixels, seconds: wish.engineMs / 1000, usd: region.usd };
    const answer: KeptAnswer = { parcel: wish.answer.digest };
    const { size } = leased.value.planes as unknown as PreparedPlanes;
    const { count } = await tx.edit.updateMany({
      where: {
        id: wish.editId,
        studioId,
        state: 'running',
        leaseEpoch: wish.epoch,
        workerId: wish.workerId,
        answeredAt: null,
      },
      data: {
        answer,
        answeredAt: ctx.now(),
        engineMs: wish.engineMs,
        cost: { ...cost, pixels: size.width * size.height },
        // The work is done; what is left is the renderer's.
        leaseUntil: null,
      },
    });
    if (count === 0) return problem('lease.lost', { editId: wish.editId });
    await keepBlob(tx, studioId, wish.answer);
    await ctx.queue.enqueue(tx, 'edit.publish', { studioId, editId: wish.editId });
    return ok(null);
  });
}
