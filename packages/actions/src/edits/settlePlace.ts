import type { Tx } from '@pinpaint/db';
import {
  boundsOfRegion,
  fitPlacement,
  type Intent,
  ok,
  placementProblem,
  type Result,
} from '@pinpaint/domain';
import type { FrameAt } from '../frames/findFrame.ts';
import { type Problem, problem } from '../problem.ts';
import type { EditArea } from './editArea.ts';
import { reachOf } from './estimateArea.ts';

type Placing = {
  readonly intent: Intent;
  readonly frame: FrameAt;
  readonly area: EditArea;
  readonly growPx: number | null;
  /** Trying again what was placed before: the artwork may have left the kit since. */
  readonly isRetry: boolean;
};

/**
 * Which artwork an edit places and where, as the kit has it and not as somebody sent it: from here on the edit's intent
 * says so for good. Every other wish stays as it is.
 */
export async function settlePlace(
  tx: Tx,
  { intent, frame, area, growPx, isRetry }: Placing,
): Promise<Result<Intent, Problem>> {
  const { wish } = intent;
  if (wish?.kind !== 'place') return ok(intent);
  if (!wish.artwork) return problem('engine.artwork-missing');
  const artwork = await tx.artwork.findFirst({
    where: {
      id: wish.artwork.id,
      studioId: frame.studioId,
      projectId: frame.scope.projectId,
      ...(isRetry ? {} : { removedAt: null }),
    },
  });
  if (!artwork) return problem('artwork.not-found', { artworkId: wish.artwork.id });
  const reach = reachOf(area, growPx);
  if (!reach) return problem('mask.empty');
  const placement = wish.placement ?? fitPlacement(boundsOfRegion(area.region) ?? area.bounds, artwork);
  const wrong = placementProblem(placement, reach);
  if (wrong) return problem(wrong);
  const { id, name, blobDigest: digest } = artwork;
  return ok({ ...intent, wish: { ...wish, artwork: { id, name, digest }, placement } });
}
