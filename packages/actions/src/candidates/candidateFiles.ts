import { type CandidateId, ok, type PixelRect, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { PreparedPlanes } from '../edits/savePreparation.ts';
import type { Problem } from '../problem.ts';
import { findCandidate } from './findCandidate.ts';

/** What of a candidate can be looked at, by the names of blobs. */
export type CandidateFiles = {
  readonly patch: string;
  readonly alpha: string;
  readonly rect: PixelRect;
  /** What it was made over, to show it in its place. */
  readonly base: {
    readonly masterBlob: string;
    readonly cropRect: PixelRect;
    readonly layers: PreparedPlanes['layers'];
  };
};

export async function candidateFiles(
  ctx: Ctx,
  actor: Actor,
  candidateId: CandidateId,
): Promise<Result<CandidateFiles, Problem>> {
  const found = await findCandidate(ctx.db, actor, { candidateId, action: 'edit.read' });
  if (!found.ok) return found;
  const { patchBlob, alphaBlob, rect, edit } = found.value;
  return ok({
    patch: patchBlob,
    alpha: alphaBlob,
    rect: rect as PixelRect,
    base: {
      masterBlob: edit.frame.masterBlob ?? '',
      cropRect: edit.cropRect as PixelRect,
      layers: (edit.planes as unknown as PreparedPlanes).layers,
    },
  });
}
