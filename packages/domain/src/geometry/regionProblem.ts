import { assertNever } from '../result.ts';
import { boundsOfRegion } from './boundsOfRegion.ts';
import { intersectRects } from './rect.ts';
import type { FramePoint, PixelRect, Region } from './region.ts';

/** More than any hand draws; beyond it a region is an attack on the rasteriser. */
export const regionLimits = {
  lassoPoints: 10_000,
  brushStrokes: 500,
  brushPoints: 50_000,
  /** Of all lines of a lasso or of strokes together; a rasteriser goes down each of them. */
  linePx: 4_000_000,
  /** Of any coordinate, size or radius, by its absolute value. */
  coordinate: 1_000_000,
} as const;

export type RegionProblem =
  | 'region.not-finite'
  /** A raster's rectangle has to lie on whole pixels. */
  | 'region.not-whole'
  | 'region.too-many-points'
  | 'region.too-long'
  /** No area at all: two points, a flat rectangle, only erasing strokes. */
  | 'region.empty'
  /** Touches no pixel of the frame, or has coordinates beyond `regionLimits`. */
  | 'region.outside';

/**
 * @param frame the bounds the frame has now, in frame space
 * @returns null when the region can be used; one that lies partly outside can.
 */
export function regionProblem(region: Region, frame: PixelRect): RegionProblem | null {
  if (region.kind === 'none') return null;
  if (hasTooManyPoints(region)) return 'region.too-many-points';
  const numbers = numbersOf(region);
  if (!numbers.every(Number.isFinite)) return 'region.not-finite';
  if (numbers.some((n) => Math.abs(n) > regionLimits.coordinate)) return 'region.outside';
  if (lineLength(region) > regionLimits.linePx) return 'region.too-long';
  if (region.kind === 'raster' && !numbers.every(Number.isInteger)) return 'region.not-whole';
  const bounds = boundsOfRegion(region);
  if (!bounds || (region.kind === 'lasso' && isStraight(region.points))) return 'region.empty';
  return intersectRects(bounds, frame) ? null : 'region.outside';
}

function hasTooManyPoints(region: Region): boolean {
  if (region.kind === 'lasso') return region.points.length > regionLimits.lassoPoints;
  if (region.kind !== 'brush') return false;
  if (region.strokes.length > regionLimits.brushStrokes) return true;
  const points = region.strokes.reduce((sum, stroke) => sum + stroke.points.length, 0);
  return points > regionLimits.brushPoints;
}

function lineLength(region: Region): number {
  if (region.kind === 'lasso') return lengthOf(region.points);
  return region.kind === 'brush' ? region.strokes.reduce((sum, { points }) => sum + lengthOf(points), 0) : 0;
}

function lengthOf(points: readonly FramePoint[]): number {
  return points.reduce((sum, [x, y], i) => {
    const [fromX, fromY] = points[i - 1] ?? [x, y];
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);
}

function numbersOf(region: Exclude<Region, { kind: 'none' }>): readonly number[] {
  switch (region.kind) {
    case 'point':
      return [region.x, region.y];
    case 'rectangle':
      return [region.x, region.y, region.width, region.height];
    case 'ellipse':
      return [region.cx, region.cy, region.rx, region.ry];
    case 'lasso':
      return region.points.flat();
    case 'brush':
      return region.strokes.flatMap((stroke) => [stroke.radiusPx, ...stroke.points.flat()]);
    case 'raster':
      return [region.rect.x, region.rect.y, region.rect.width, region.rect.height];
    default:
      return assertNever(region);
  }
}

/** All on one line. The signed area would not do: that of a figure of eight may be 0 too. */
function isStraight(points: readonly FramePoint[]): boolean {
  const [first] = points;
  const second = points.find((point) => first && (point[0] !== first[0] || point[1] !== first[1]));
  if (!first || !second) return true;
  const [dx, dy] = [second[0] - first[0], second[1] - first[1]];
  return points.every(([x, y]) => Math.abs(dx * (y - first[1]) - dy * (x - first[0])) < 1e-6);
}
