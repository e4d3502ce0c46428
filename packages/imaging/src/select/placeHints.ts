import type { FramePoint, PixelRect, PixelSize } from '@pinpaint/domain';
import type { SelectHints } from './selectThing.ts';

/** Hints in the plane's pixels. */
export type PlacedHints = {
  readonly box: PixelRect | null;
  readonly add: readonly FramePoint[];
  readonly remove: readonly FramePoint[];
};

export function placeHints({ box, add, remove }: SelectHints, rect: PixelRect, size: PixelSize): PlacedHints {
  const [across, down] = [size.width / rect.width, size.height / rect.height];
  const place = (points: readonly FramePoint[]) =>
    points
      .filter((point) => isIn(rect, point))
      .map(([x, y]): FramePoint => [(x - rect.x) * across, (y - rect.y) * down]);
  return {
    box: box && {
      x: (box.x - rect.x) * across,
      y: (box.y - rect.y) * down,
      width: box.width * across,
      height: box.height * down,
    },
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
