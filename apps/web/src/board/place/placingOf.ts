import {
  boundsOfRegion,
  fitPlacement,
  type Intent,
  type PixelRect,
  type PixelSize,
  type Placement,
  type PlacementProblem,
  placementProblem,
  type Region,
  rectOfSize,
  spotOfPoint,
  surfaceOutline,
} from '@pinpaint/domain';
import type { Pin } from '../../data/types.ts';
import type { Placing } from '../state/boardStore.ts';

type Asked = {
  readonly pin: Pin;
  readonly artwork: Placing['artwork'];
  readonly placement: Placement;
  /** What the frame's picture covers. */
  readonly covered: PixelRect;
};

/** An artwork as it lies now, and what an edit would be started with: what lies under it is what may change. */
export function placingOf({ pin, artwork, placement, covered }: Asked): Placing {
  const { id, name, digest } = artwork;
  const { reading } = pin;
  const thing = reading.wish?.kind === 'place' ? reading.wish.thing : name;
  const wish = { kind: 'place', thing, artwork: { id, name, digest }, placement } as const;
  const intent: Intent = { wish, keep: reading.keep, confidence: 1 };
  const region: Region = { kind: 'lasso', points: surfaceOutline(placement.surface) };
  const isFine = problemOf(placement, covered) === null;
  return {
    pinId: pin.id,
    frameId: pin.frameId,
    artwork,
    placement,
    start: isFine ? { intent, region } : null,
  };
}

export function problemOf(placement: Placement, covered: PixelRect): PlacementProblem | null {
  return placementProblem(placement, covered);
}

/** As large as the pin's region lets it, upright. */
export function fittedTo(pin: Pin, artwork: PixelSize, covered: PixelRect): Placement {
  const region = pin.region as Region;
  const shape = region.kind === 'point' ? spotOfPoint([region.x, region.y], rectOfSize(covered)) : region;
  return fitPlacement(boundsOfRegion(shape) ?? covered, artwork);
}
