import { ok, type Result } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findRunning, type Lease, stillRunning } from './lease.ts';

/** Two a second come from an honest worker; half of that is left to the network, and what comes faster is dropped. */
const leastMs = 250;

export type KeepPreview = {
  readonly lease: Lease;
  /** From 0. */
  readonly variant: number;
  /** WebP, encoded here: what a worker sends is not believed. */
  readonly picture: Uint8Array<ArrayBuffer>;
};

/** Whether a preview of this run may come now, before its first byte is read. */
export async function expectPreview(
  ctx: Ctx,
  actor: WorkerActor,
  lease: Lease,
): Promise<Result<{ readonly isWanted: boolean; readonly variants: number }, Problem>> {
  const found = await findRunning(ctx.db, actor, lease);
  if (!found.ok) return found;
  const { previewAt, variants } = found.value;
  return ok({ isWanted: isWanted(previewAt, ctx.now()), variants });
}

/**
 * What a run looks like so far, instead of what it looked like before. Like progress it is no change of state, so no
 * event tells of it. Its time in the edit's row is the lock: once the run has ended, none is kept.
 */
export async function keepPreview(ctx: Ctx, { lease, variant, picture }: KeepPreview): Promise<void> {
  const now = ctx.now();
  await ctx.db.$transaction(async (tx) => {
    const [edit] = await tx.edit.updateManyAndReturn({
      where: stillRunning(lease),
      data: { previewAt: now, previewVariant: variant },
      select: { id: true, studioId: true },
    });
    if (!edit) return;
    const { id: editId, studioId } = edit;
    const create = { editId, studioId, picture };
    await tx.editPreview.upsert({ where: { editId }, create, update: { picture } });
  });
}

function isWanted(previewAt: Date | null, now: Date): boolean {
  return previewAt === null || now.getTime() - previewAt.getTime() >= leastMs;
}
