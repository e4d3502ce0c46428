import { type Homography, mapPoint, scaleAt } from '../geometry/homography.ts';
import type { FramePoint } from '../geometry/region.ts';
import type { Corners, Placement, Surface } from './placement.ts';

/** A placement where a map takes it; null where a corner has no image. Rims bend as much as their middles grow. */
export function carryPlacement(placement: Placement, map: Homography): Placement | null {
  const surface = carrySurface(placement.surface, map);
  return surface && { ...placement, surface };
}

function carrySurface(surface: Surface, map: Homography): Surface | null {
  const [a, b, c, d] = surface.corners;
  const [left, right, under, below] = [
    mapPoint(map, a),
    mapPoint(map, b),
    mapPoint(map, c),
    mapPoint(map, d),
  ];
  if (!left || !right || !under || !below) return null;
  const corners: Corners = [left, right, under, below];
  if (surface.kind === 'flat') return { ...surface, corners };
  const topBendPx = surface.topBendPx * scaleAt(map, middle(a, b));
  const bottomBendPx = surface.bottomBendPx * scaleAt(map, middle(d, c));
  return Number.isFinite(topBendPx + bottomBendPx) ? { ...surface, corners, topBendPx, bottomBendPx } : null;
}

function middle([x0, y0]: FramePoint, [x1, y1]: FramePoint): FramePoint {
  return [(x0 + x1) / 2, (y0 + y1) / 2];
}
