import type { FramePoint, PixelRect, PixelSize } from '@pinpaint/domain';
import { insideOf } from './insideOf.ts';
import type { SelectHints } from './selectThing.ts';

/** Hints in the plane's pixels. */
export type PlacedHints = {
  /** 1 for each pixel that the thing may cover; null: any. */
  readonly open: Uint8Array | null;
  readonly add: readonly FramePoint[];
  readonly remove: readonly FramePoint[];
};

export function placeHints(
  { around, add, remove }: SelectHints,
  rect: PixelRect,
  size: PixelSize,
): PlacedHints {
  const [across, down] = [size.width / rect.width, size.height / rect.height];
  const place = (points: readonly FramePoint[]) =>
    points
      .filter((point) => isIn(rect, point))
      .map(([x, y]): FramePoint => [(x - rect.x) * across, (y - rect.y) * down]);
  return {
    open: around && insideOf(around, rect, size),
    add: place(add),
    remove: place(remove),
  };
}

export function isIn({ x, y, width, height }: PixelRect, [px, py]: FramePoint): boolean {
  return px >= x && py >= y && px < x + width && py < y + height;
}

export function pixelAt([x, y]: FramePoint, { width }: PixelSize): number {
  return Math.floor(y) * width + Math.floor(x);
}
