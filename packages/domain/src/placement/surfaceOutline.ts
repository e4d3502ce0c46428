import type { FramePoint, PixelRect } from '../geometry/region.ts';
import type { Surface } from './placement.ts';
import { surfaceMap } from './surfaceMap.ts';

/** Straight pieces a bent rim is drawn in: within a tenth of a pixel of an arc 4,000 px wide. */
const rimPieces = 64;

/** The edge of what is covered, as a closed line in frame space, clockwise from the top left. */
export function surfaceOutline(surface: Surface): readonly FramePoint[] {
  if (surface.kind === 'flat') return surface.corners;
  const { toFrame } = surfaceMap(surface);
  const steps = Array.from({ length: rimPieces + 1 }, (_, step) => step / rimPieces);
  return [...steps.map((u) => toFrame(u, 0)), ...steps.toReversed().map((u) => toFrame(u, 1))];
}

/** Pixels: what an outline's arithmetic may be off by, and nothing is painted of. */
const rounding = 1e-6;

/** Whole pixels that hold all of it. */
export function surfaceBounds(surface: Surface): PixelRect {
  const outline = surfaceOutline(surface);
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const [x, y] = [Math.floor(Math.min(...xs) + rounding), Math.floor(Math.min(...ys) + rounding)];
  const [right, bottom] = [Math.ceil(Math.max(...xs) - rounding), Math.ceil(Math.max(...ys) - rounding)];
  return { x, y, width: right - x, height: bottom - y };
}
