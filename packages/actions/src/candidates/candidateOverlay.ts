import { type CandidateId, ok, type PixelRect, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Overlay, overlayOf } from '../layers/overlay.ts';
import type { Problem } from '../problem.ts';
import { findCandidate } from './findCandidate.ts';

/** For a screen that flips candidates on the picture it has already. */
export async function candidateOverlay(
  ctx: Ctx,
  actor: Actor,
  candidateId: CandidateId,
): Promise<Result<Overlay, Problem>> {
  const found = await findCandidate(ctx.db, actor, { candidateId, action: 'edit.read' });
  if (!found.ok) return found;
  const { edit, patchBlob, alphaBlob, rect } = found.value;
  return ok(
    overlayOf(ctx, {
      rect: rect as PixelRect,
      patchDigest: patchBlob,
      alphaDigest: alphaBlob,
      masterBlob: edit.frame.masterBlob,
    }),
  );
}
