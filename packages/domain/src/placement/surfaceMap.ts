import { adjugate, type Homography } from '../geometry/homography.ts';
import type { FramePoint } from '../geometry/region.ts';
import { homographyTo } from './homographyTo.ts';
import type { Surface } from './placement.ts';

/** Both ways between the artwork, 0…1 to the right and down, and the frame. */
export type SurfaceMap = {
  readonly toFrame: (u: number, v: number) => FramePoint;
  /** Writes u and v; beside the surface they lie outside 0…1. Asked for every sample, so it makes no object. */
  readonly toArtwork: (x: number, y: number, uv: Float64Array) => void;
};

export function surfaceMap(surface: Surface): SurfaceMap {
  const there = homographyTo(surface.corners);
  const back = adjugate(there);
  return surface.kind === 'flat' ? flatMap(there, back) : cylinderMap(surface, there, back);
}

function flatMap(there: Homography, [a, b, c, d, e, f, g, h, i]: Homography): SurfaceMap {
  return {
    toFrame: (u, v) => projected(there, u, v),
    toArtwork: (x, y, uv) => {
      const w = g * x + h * y + i;
      uv[0] = (a * x + b * y + c) / w;
      uv[1] = (d * x + e * y + f) / w;
    },
  };
}

/**
 * A cylinder's straight lines are those of the flat map from its upper to its lower edge, moved along themselves by
 * the rims' bend. Round it, equal arcs of the artwork come closer to its sides: what is `s` across is at `asin` of it.
 */
function cylinderMap(
  { topBendPx, bottomBendPx, arcDegrees }: Extract<Surface, { kind: 'cylinder' }>,
  there: Homography,
  [a, b, c, , , , g, h, i]: Homography,
): SurfaceMap {
  const half = (arcDegrees * Math.PI) / 360;
  const [sine, cosine] = [Math.sin(half), Math.cos(half)];
  const line = new Float64Array(4);
  /** Where the straight line at an angle begins and ends: x, y, and the way down. */
  const trace = (across: number, angle: number): void => {
    const [x0, y0] = projected(there, across, 0);
    const [x1, y1] = projected(there, across, 1);
    const length = Math.hypot(x1 - x0, y1 - y0);
    const bulge = (Math.cos(angle) - cosine) / (1 - cosine);
    const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
    line[0] = x0 + dx * bulge * topBendPx;
    line[1] = y0 + dy * bulge * topBendPx;
    line[2] = dx * (length + bulge * (bottomBendPx - topBendPx));
    line[3] = dy * (length + bulge * (bottomBendPx - topBendPx));
  };
  return {
    toFrame: (u, v) => {
      const angle = (2 * u - 1) * half;
      trace(0.5 + Math.sin(angle) / (2 * sine), angle);
      const [x = 0, y = 0, downX = 0, downY = 0] = line;
      return [x + v * downX, y + v * downY];
    },
    toArtwork: (x, y, uv) => {
      const across = (a * x + b * y + c) / (g * x + h * y + i);
      const angle = Math.asin(Math.min(1, Math.max(-1, (2 * across - 1) * sine)));
      trace(across, angle);
      const [startX = 0, startY = 0, downX = 0, downY = 0] = line;
      // Beyond a side that is turned away wholly there is no angle left to tell how far.
      uv[0] = 0.5 + angle / (2 * half) + Math.min(0, across) + Math.max(0, across - 1);
      uv[1] = ((x - startX) * downX + (y - startY) * downY) / (downX * downX + downY * downY);
    },
  };
}

function projected([a, b, c, d, e, f, g, h, i]: Homography, u: number, v: number): FramePoint {
  const w = g * u + h * v + i;
  return [(a * u + b * v + c) / w, (d * u + e * v + f) / w];
}
