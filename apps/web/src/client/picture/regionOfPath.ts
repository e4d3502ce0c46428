import { type FramePoint, type PixelRect, type Region, regionProblem } from '@pinpaint/domain';
import { simplifyPath } from './simplifyPath.ts';

/** Of a drawn line's length: ends further apart than this share of it, and it crosses something out. */
const openShare = 0.8;
/** Half of what a finger strikes through, in CSS pixels. */
const strokeRadius = 12;
/** How far a simplified line may lie beside the drawn one, in CSS pixels. */
const tolerance = 0.8;
/** A circle smaller than a fingertip was meant as a tap. */
const smallest = 14;

/**
 * What somebody has drawn with a finger: a ring is what lies in it, a line is what it strikes through, and a
 * dot is a point.
 *
 * @param scale CSS pixels per frame pixel at which it was drawn
 * @param bounds of the picture, in frame space
 * @returns null for what lies beside the picture: nothing can be asked of it
 */
export function regionOfPath(path: readonly FramePoint[], scale: number, bounds: PixelRect): Region | null {
  const region = shapeOf(path, scale);
  return region && !regionProblem(region, bounds) ? region : null;
}

function shapeOf(path: readonly FramePoint[], scale: number): Region | null {
  const [first] = path;
  if (!first) return null;
  if (extentOf(path) * scale < smallest) {
    const [x, y] = rounded(first);
    return { kind: 'point', x, y };
  }
  const points = simplifyPath(path, tolerance / scale).map(rounded);
  const last = points.at(-1) ?? first;
  const ends = Math.hypot(last[0] - first[0], last[1] - first[1]);
  if (points.length < 3 || ends > openShare * lengthOf(points)) {
    return { kind: 'brush', strokes: [{ points, radiusPx: strokeRadius / scale, erase: false }] };
  }
  return { kind: 'lasso', points };
}

function extentOf(path: readonly FramePoint[]): number {
  const xs = path.map(([x]) => x);
  const ys = path.map(([, y]) => y);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

function lengthOf(path: readonly FramePoint[]): number {
  return path.reduce((sum, [x, y], i) => {
    const [fromX, fromY] = path[i - 1] ?? [x, y];
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);
}

/** A tenth of a pixel is finer than any finger. */
function rounded([x, y]: FramePoint): FramePoint {
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}
