import type { Tx } from '@pinpaint/db';
import {
  type Intent,
  ok,
  type PixelSize,
  type Placement,
  placementProblem,
  type Result,
} from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import type { FrameAt } from '../frames/findFrame.ts';
import { loadMasks } from '../masks/loadMasks.ts';
import { lockRegions } from '../masks/permittedOf.ts';
import { type Problem, problem } from '../problem.ts';
import type { EditArea } from './editArea.ts';
import { reachOf } from './estimateArea.ts';

type Placing = {
  readonly intent: Intent;
  readonly frame: FrameAt;
  readonly area: EditArea;
  readonly growPx: number | null;
  readonly featherPx: number | null;
  /** Trying again what was placed before: the artwork may have left the kit since. */
  readonly isRetry: boolean;
};

/**
 * Which artwork an edit places and where, as the kit has it and not as somebody sent it: from here on the edit's intent
 * says so for good. Every other wish stays as it is.
 */
export async function settlePlace(ctx: Ctx, tx: Tx, placing: Placing): Promise<Result<Intent, Problem>> {
  const { intent, frame, area, growPx, isRetry } = placing;
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
  const placement = wish.placement ?? (await fitted(ctx, tx, placing, artwork));
  if (!placement) return problem('placement.no-room');
  const wrong = placementProblem(placement, reach);
  if (wrong) return problem(wrong);
  const { id, name, blobDigest: digest } = artwork;
  return ok({ ...intent, wish: { ...wish, artwork: { id, name, digest }, placement } });
}

/** Nobody has said where, so nothing of it may be cut. */
async function fitted(
  ctx: Ctx,
  tx: Tx,
  { frame, area, growPx, featherPx }: Placing,
  { width, height }: PixelSize,
): Promise<Placement | null> {
  const locks = await lockRegions(tx, frame.id);
  const masks = await loadMasks(ctx, [area.region, ...locks]);
  return ctx.pixels.fitArtwork({ ...area, growPx, featherPx, locks, masks, artwork: { width, height } });
}
