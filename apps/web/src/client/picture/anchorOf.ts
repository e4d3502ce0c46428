import { boundsOfRegion, type FramePoint, type PixelRect, type Region } from '@pinpaint/domain';

/** Of the picture's width and height: about what a mark takes on a phone, so that it is never cut off. */
const edge = 0.12;

/** Where a region's pin points at: on a drawn line its upper right, else the upper right corner. */
export function anchorOf(region: Region, bounds: PixelRect): FramePoint {
  if (region.kind === 'point') return [region.x, region.y];
  if (region.kind === 'none') return [bounds.x, bounds.y + bounds.height];
  if (region.kind === 'lasso') return upperRightOf(region.points, bounds);
  if (region.kind === 'ellipse') {
    const { cx, cy, rx, ry } = region;
    return within([cx + rx * Math.SQRT1_2, cy - ry * Math.SQRT1_2], bounds);
  }
  const rect = boundsOfRegion(region) ?? bounds;
  return within([rect.x + rect.width, rect.y], bounds);
}

/** Of the line itself, as long as any of it has room for the mark. */
function upperRightOf(points: readonly FramePoint[], bounds: PixelRect): FramePoint {
  const roomy = points.filter((point) => within(point, bounds).every((value, i) => value === point[i]));
  const [first = [bounds.x, bounds.y], ...rest] = roomy.length > 0 ? roomy : points;
  return within(
    rest.reduce<FramePoint>((best, point) => (point[0] - point[1] > best[0] - best[1] ? point : best), first),
    bounds,
  );
}

function within([x, y]: FramePoint, { x: left, y: top, width, height }: PixelRect): FramePoint {
  return [Math.min(x, left + width * (1 - edge)), Math.max(y, top + height * edge)];
}
