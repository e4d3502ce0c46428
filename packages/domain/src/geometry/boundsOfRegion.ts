import { assertNever } from '../result.ts';
import { uniteRects } from './rect.ts';
import type { BrushStroke, FramePoint, PixelRect, Region } from './region.ts';

/**
 * The smallest half-open rectangle of whole pixels that a region touches. A point touches the pixel it
 * lies in. What a brush erases is not taken off: the bounds say where it painted at all.
 *
 * @returns null for `none`, and for a shape without any extent.
 */
export function boundsOfRegion(region: Region): PixelRect | null {
  switch (region.kind) {
    case 'none':
      return null;
    case 'point':
      return { x: Math.floor(region.x), y: Math.floor(region.y), width: 1, height: 1 };
    case 'rectangle':
      return wholeRect(region.x, region.y, region.x + region.width, region.y + region.height);
    case 'ellipse':
      if (region.rx <= 0 || region.ry <= 0) return null;
      return wholeRect(
        region.cx - region.rx,
        region.cy - region.ry,
        region.cx + region.rx,
        region.cy + region.ry,
      );
    case 'lasso':
      return boundsOfPoints(region.points, 0);
    case 'brush':
      return region.strokes.reduce(addStroke, null);
    case 'raster':
      return wholeRect(
        region.rect.x,
        region.rect.y,
        region.rect.x + region.rect.width,
        region.rect.y + region.rect.height,
      );
    default:
      return assertNever(region);
  }
}

function addStroke(sum: PixelRect | null, stroke: BrushStroke): PixelRect | null {
  if (stroke.erase || stroke.radiusPx <= 0) return sum;
  const bounds = boundsOfPoints(stroke.points, stroke.radiusPx);
  return sum && bounds ? uniteRects(sum, bounds) : (sum ?? bounds);
}

function boundsOfPoints(points: readonly FramePoint[], paddingPx: number): PixelRect | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return wholeRect(left - paddingPx, top - paddingPx, right + paddingPx, bottom + paddingPx);
}

function wholeRect(left: number, top: number, right: number, bottom: number): PixelRect | null {
  if (!(right > left && bottom > top)) return null;
  const x = Math.floor(left);
  const y = Math.floor(top);
  return { x, y, width: Math.ceil(right) - x, height: Math.ceil(bottom) - y };
}
