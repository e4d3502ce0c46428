import { ok, type Result } from '@pinpaint/domain';
import type { WorkerActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findHeldSelection, type HeldSelection } from './heldSelection.ts';

/** The pixels that a selection is about: RGB8, row-major, sRGB, of the size that the claim named. */
export async function cutSelectionPicture(
  ctx: Ctx,
  actor: WorkerActor,
  held: HeldSelection,
): Promise<Result<Uint8Array, Problem>> {
  const found = await findHeldSelection(ctx.db, actor, held);
  if (!found.ok) return found;
  const { blob, bounds, ...view } = found.value.view;
  const file = await ctx.blobs.localFile(blob);
  if (!file) return problem('frame.not-ready');
  try {
    return ok(await ctx.pixels.cutView({ path: file.path, bounds, view }));
  } finally {
    await file.release();
  }
}
