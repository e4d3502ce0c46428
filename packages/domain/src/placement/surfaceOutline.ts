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

/** Whole pixels that hold all of it. */
export function surfaceBounds(surface: Surface): PixelRect {
  const outline = surfaceOutline(surface);
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const [x, y] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  return { x, y, width: Math.ceil(Math.max(...xs)) - x, height: Math.ceil(Math.max(...ys)) - y };
}
