import { intersectRects } from '../geometry/rect.ts';
import type { PixelRect } from '../geometry/region.ts';
import { arcLimits, type Corners, leastSidePx, type Placement, type Surface } from './placement.ts';
import { surfaceMap } from './surfaceMap.ts';
import { surfaceBounds } from './surfaceOutline.ts';

export type PlacementProblem =
  /** A number that is none, or far beyond any picture. */
  | 'placement.not-finite'
  | 'placement.too-small'
  /** Sides that cross, or a corner that points inward. */
  | 'placement.not-convex'
  /** The artwork would be seen from behind. */
  | 'placement.mirrored'
  /** The upper rim would come below the lower one. */
  | 'placement.bent-too-far'
  /** Nothing of it lies where the edit may change the picture. */
  | 'placement.outside';

/** Frame space of the largest pictures, several times over. */
const farthestPx = 200_000;

/** @param within the rectangle that holds what may change */
export function placementProblem({ surface }: Placement, within: PixelRect): PlacementProblem | null {
  return cornerProblem(surface.corners) ?? bendProblem(surface) ?? outsideProblem(surface, within);
}

function cornerProblem(corners: Corners): PlacementProblem | null {
  if (corners.flat().some((value) => !(Math.abs(value) <= farthestPx))) return 'placement.not-finite';
  const sides = corners.map(([x, y], k) => {
    const [nextX, nextY] = corners[(k + 1) % 4] ?? [x, y];
    return [nextX - x, nextY - y] as const;
  });
  if (sides.some(([x, y]) => Math.hypot(x, y) < leastSidePx)) return 'placement.too-small';
  const turns = sides.map(([x, y], k) => {
    const [nextX, nextY] = sides[(k + 1) % 4] ?? [x, y];
    return (x * nextY - y * nextX) / (Math.hypot(x, y) * Math.hypot(nextX, nextY));
  });
  if (turns.every((turn) => turn < -leastTurn)) return 'placement.mirrored';
  if (turns.every((turn) => Math.abs(turn) <= leastTurn)) return 'placement.too-small';
  return turns.every((turn) => turn > leastTurn) ? null : 'placement.not-convex';
}

/** Sine of the flattest corner: half a degree. */
const leastTurn = 0.0087;

function bendProblem(surface: Surface): PlacementProblem | null {
  if (surface.kind === 'flat') return null;
  const { topBendPx, bottomBendPx, arcDegrees } = surface;
  if (![topBendPx, bottomBendPx].every((bend) => Math.abs(bend) <= farthestPx)) return 'placement.not-finite';
  if (!(arcDegrees >= arcLimits.least && arcDegrees <= arcLimits.most)) return 'placement.not-finite';
  // The bend is largest in the middle, so that is where the rims would meet first.
  const { toFrame } = surfaceMap({ kind: 'flat', corners: surface.corners });
  const [top, bottom] = [toFrame(0.5, 0), toFrame(0.5, 1)];
  const height = Math.hypot(bottom[0] - top[0], bottom[1] - top[1]) + bottomBendPx - topBendPx;
  return height >= leastSidePx ? null : 'placement.bent-too-far';
}

function outsideProblem(surface: Surface, within: PixelRect): PlacementProblem | null {
  return intersectRects(surfaceBounds(surface), within) ? null : 'placement.outside';
}
