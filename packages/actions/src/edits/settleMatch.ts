import type { Tx } from '@pinpaint/db';
import {
  boundsOfRegion,
  type Intent,
  ok,
  type PixelRect,
  type Region,
  type Result,
  regionProblem,
  type StudioId,
} from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import type { FrameAt } from '../frames/findFrame.ts';
import { maskProblem } from '../masks/maskProblem.ts';
import { type Problem, type ProblemCode, problem } from '../problem.ts';

type Matching = {
  readonly intent: Intent;
  readonly frame: FrameAt;
  /** What of the frame has pixels. */
  readonly bounds: PixelRect;
};

/**
 * What a match is shown: a region that lies on the frame, or a picture of one of the project's notes, as it is stored
 * and not as somebody sent it. From here on the edit's intent says so for good. Every other wish stays as it is.
 */
export async function settleMatch(
  ctx: Ctx,
  tx: Tx,
  { intent, frame, bounds }: Matching,
): Promise<Result<Intent, Problem>> {
  const { wish } = intent;
  if (wish?.kind !== 'match') return ok(intent);
  const { at, picture, ...said } = wish;
  if (picture) {
    const { studioId, scope } = frame;
    const attachment = await tx.attachment.findFirst({
      where: { id: picture.id, studioId, pin: { frame: { board: { projectId: scope.projectId } } } },
    });
    if (!attachment) return problem('attachment.not-found', { attachmentId: picture.id });
    const { id, name, blobDigest: digest } = attachment;
    return ok({ ...intent, wish: { ...said, picture: { id, name, digest } } });
  }
  if (!at) return problem('engine.reference-missing');
  const wrong = await areaProblem(ctx, tx, { at, frame, bounds });
  return wrong ? problem(wrong) : ok(intent);
}

type Area = Omit<Matching, 'intent'> & { readonly at: Region };

/** As any region; but a bare point and a whole frame show nothing in particular. */
async function areaProblem(ctx: Ctx, tx: Tx, { at, frame, bounds }: Area): Promise<ProblemCode | null> {
  const wrong = regionProblem(at, bounds);
  if (wrong) return wrong;
  if (at.kind === 'point' || !boundsOfRegion(at)) return 'region.empty';
  return maskProblem(ctx, tx, { studioId: frame.studioId as StudioId, region: at });
}
