import { writing } from '@pinpaint/db';
import { type Cost, ok, type PixelSize, type Result } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import { type KeptBlob, keepBlobs } from '../blobs/keepBlobs.ts';
import type { Ctx } from '../ctx.ts';
import { dropPreview } from '../edits/dropPreview.ts';
import { type Problem, problem } from '../problem.ts';
import { findRunning, type Lease, type LeasedEdit, stillRunning } from './lease.ts';

/** What `Edit.answer` holds. */
export type KeptAnswer = { readonly parcel: string };

/** An answer that may come now, and what it may be, known before its first byte is read. */
export type ExpectedAnswer = {
  readonly lease: Lease;
  readonly edit: LeasedEdit;
  readonly size: PixelSize;
  readonly depth: 8 | 16;
  readonly variants: number;
};

export async function expectAnswer(
  ctx: Ctx,
  actor: WorkerActor,
  lease: Lease,
): Promise<Result<ExpectedAnswer, Problem>> {
  const found = await findRunning(ctx.db, actor, lease);
  if (!found.ok) return found;
  const edit = found.value;
  const { size, depth } = edit.planes;
  return ok({ lease, edit, size, depth, variants: edit.variants });
}

export type AnswerEdit = {
  readonly expected: ExpectedAnswer;
  /** The parcel with patches and used alphas, stored as it came; nobody has looked into it yet. */
  readonly answer: KeptBlob;
  /** Inside the engine. */
  readonly engineMs: number;
  /** As a service billed it; without it the estimate counts. */
  readonly usd?: number | undefined;
};

/** Keeps the answer for the renderer to judge. Of two answers, or one under an old lease, only one counts. */
export async function answerEdit(
  ctx: Ctx,
  { expected, answer, engineMs, usd }: AnswerEdit,
): Promise<Result<null, Problem>> {
  const { lease, edit, size } = expected;
  const { studioId } = edit;
  const by = { kind: 'worker', id: lease.workerId } as const;
  return writing(ctx.db, { studioId, actor: by }, async ({ tx }) => {
    const cost: Cost = {
      pixels: size.width * size.height,
      seconds: engineMs / 1000,
      usd: usd ?? edit.estimate.region.usd,
    };
    const kept: KeptAnswer = { parcel: answer.digest };
    const [answered] = await tx.edit.updateManyAndReturn({
      where: stillRunning(lease),
      // The work is done; what is left is the renderer's, so the lease no longer runs.
      data: { answer: kept, answeredAt: ctx.now(), engineMs, cost, leaseUntil: null },
      select: { id: true, previewAt: true },
    });
    if (!answered) return problem('lease.lost', { editId: lease.editId });
    await dropPreview(tx, answered);
    await keepBlobs(tx, studioId, [answer]);
    await ctx.queue.enqueue(tx, 'edit.publish', { studioId, editId: lease.editId });
    return ok(null);
  });
}
