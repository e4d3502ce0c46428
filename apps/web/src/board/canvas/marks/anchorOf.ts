import { boundsOfRegion, type FramePoint, type PixelRect, type Region } from '@pinpaint/domain';

/** Where a region's pin stands: inside of it, up and to the right, so that what it is about stays free. */
export function anchorOf(region: Region, frame: PixelRect): FramePoint {
  if (region.kind === 'point') return [region.x, region.y];
  const bounds = boundsOfRegion(region);
  if (!bounds) return [frame.x + frame.width * 0.5, frame.y + frame.height * 0.06];
  if (region.kind === 'lasso') return insideOf(region.points, bounds) ?? middleOf(bounds);
  return [bounds.x + bounds.width * 0.75, bounds.y + bounds.height * 0.25];
}

/** On the line a third down, three quarters along its longest stretch inside. */
function insideOf(points: readonly FramePoint[], { y, height }: PixelRect): FramePoint | null {
  const row = y + height * 0.33;
  const crossings = points.flatMap(([fromX, fromY], i) => {
    const [toX, toY] = points[(i + 1) % points.length] ?? [fromX, fromY];
    if (fromY <= row === toY <= row) return [];
    return [fromX + ((row - fromY) / (toY - fromY)) * (toX - fromX)];
  });
  crossings.sort((a, b) => a - b);
  let best: readonly [from: number, to: number] | null = null;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from, to] = [crossings[i] ?? 0, crossings[i + 1] ?? 0];
    if (!best || to - from > best[1] - best[0]) best = [from, to];
  }
  return best && [best[0] + (best[1] - best[0]) * 0.75, row];
}

function middleOf({ x, y, width, height }: PixelRect): FramePoint {
  return [x + width / 2, y + height / 2];
}
