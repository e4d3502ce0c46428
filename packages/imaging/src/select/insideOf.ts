import { type FramePoint, type PixelRect, type PixelSize, type Region, rectOfSize } from '@pinpaint/domain';
import { rasterise } from '../alpha/rasterise.ts';

/** 1 for each pixel of a plane over `rect` that a region covers by half or more. */
export function insideOf(
  region: Extract<Region, { kind: 'rectangle' | 'lasso' }>,
  rect: PixelRect,
  size: PixelSize,
): Uint8Array {
  const [across, down] = [size.width / rect.width, size.height / rect.height];
  const corners: readonly FramePoint[] = region.kind === 'lasso' ? region.points : cornersOf(region);
  const points = corners.map(([x, y]): FramePoint => [(x - rect.x) * across, (y - rect.y) * down]);
  return rasterise({ kind: 'lasso', points }, rectOfSize(size)).data.map((alpha) => (alpha >= 128 ? 1 : 0));
}

function cornersOf({ x, y, width, height }: PixelRect): readonly FramePoint[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}
