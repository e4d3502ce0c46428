import { boundsOfRegion, type FramePoint, type PixelRect, type Region } from '@pinpaint/domain';

/** Where a region's pin points at: on a drawn line its upper right, else the upper right corner. */
export function anchorOf(region: Region, bounds: PixelRect): FramePoint {
  if (region.kind === 'point') return [region.x, region.y];
  if (region.kind === 'none') return [bounds.x, bounds.y + bounds.height];
  if (region.kind === 'ellipse') {
    const { cx, cy, rx, ry } = region;
    return [cx + rx * Math.SQRT1_2, cy - ry * Math.SQRT1_2];
  }
  if (region.kind === 'lasso') return upperRightOf(region.points);
  const rect = boundsOfRegion(region) ?? bounds;
  return [rect.x + rect.width, rect.y];
}

function upperRightOf(points: readonly FramePoint[]): FramePoint {
  return points.reduce<FramePoint>(
    (best, point) => (point[0] - point[1] > best[0] - best[1] ? point : best),
    points[0] ?? [0, 0],
  );
}
