import { assertNever } from '../result.ts';
import { type Homography, isTranslation, mapPoint, scaleAt } from './homography.ts';
import type { BrushStroke, FramePoint, Region } from './region.ts';

/** A circle of a thousand pixels as a polygon of so many corners is off by less than a third of a pixel. */
const ellipseCorners = 96;

/** A raster goes along by its samples, which takes whoever has them. */
export type CarriedShape = Exclude<Region, { readonly kind: 'raster' }>;

/**
 * A region where a map takes it. What only moves stays the shape it is; else rectangles and ellipses become
 * polygons and a brush's strokes are as wide as the map makes them where they begin.
 *
 * @returns null when a part of it has no image
 */
export function carryRegion(region: CarriedShape, h: Homography): Region | null {
  if (isTranslation(h)) return movedBy(region, [h[2], h[5]]);
  switch (region.kind) {
    case 'none':
      return region;
    case 'point': {
      const at = mapPoint(h, [region.x, region.y]);
      return at && { kind: 'point', x: at[0], y: at[1] };
    }
    case 'rectangle':
    case 'ellipse':
    case 'lasso':
      return lassoOf(cornersOf(region), h);
    case 'brush':
      return brushOf(region.strokes, h);
    default:
      return assertNever(region);
  }
}

/** The corners of a shape's outline, in order. */
export function cornersOf(
  region: Extract<Region, { kind: 'rectangle' | 'ellipse' | 'lasso' }>,
): readonly FramePoint[] {
  if (region.kind === 'lasso') return region.points;
  if (region.kind === 'rectangle') {
    const [left, top] = [region.x, region.y];
    const [right, bottom] = [left + region.width, top + region.height];
    return [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ];
  }
  return Array.from({ length: ellipseCorners }, (_, i) => {
    const angle = (i / ellipseCorners) * 2 * Math.PI;
    return [region.cx + region.rx * Math.cos(angle), region.cy + region.ry * Math.sin(angle)] as const;
  });
}

function movedBy(region: CarriedShape, [dx, dy]: FramePoint): Region {
  const moved = ([x, y]: FramePoint): FramePoint => [x + dx, y + dy];
  switch (region.kind) {
    case 'none':
      return region;
    case 'point':
    case 'rectangle':
      return { ...region, x: region.x + dx, y: region.y + dy };
    case 'ellipse':
      return { ...region, cx: region.cx + dx, cy: region.cy + dy };
    case 'lasso':
      return { ...region, points: region.points.map(moved) };
    case 'brush':
      return {
        ...region,
        strokes: region.strokes.map((stroke) => ({ ...stroke, points: stroke.points.map(moved) })),
      };
    default:
      return assertNever(region);
  }
}

function lassoOf(points: readonly FramePoint[], h: Homography): Region | null {
  const carried = carriedPoints(points, h);
  return carried && { kind: 'lasso', points: carried };
}

function brushOf(strokes: readonly BrushStroke[], h: Homography): Region | null {
  const carried: BrushStroke[] = [];
  for (const stroke of strokes) {
    const points = carriedPoints(stroke.points, h);
    const scale = stroke.points[0] ? scaleAt(h, stroke.points[0]) : 1;
    if (!points || !Number.isFinite(scale)) return null;
    carried.push({ ...stroke, points, radiusPx: stroke.radiusPx * scale });
  }
  return { kind: 'brush', strokes: carried };
}

function carriedPoints(points: readonly FramePoint[], h: Homography): readonly FramePoint[] | null {
  const carried = points.map((point) => mapPoint(h, point));
  const whole = carried.filter((point) => point !== null);
  return whole.length === points.length ? whole : null;
}
