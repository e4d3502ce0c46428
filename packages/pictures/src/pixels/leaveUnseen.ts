import { intersectRects, type PixelRect } from '@pinpaint/domain';
import { type AlphaPlane, type Placed, rectOfPlaced } from '@pinpaint/imaging';

/**
 * Sets `used` to 0, in place, where the base is wholly transparent: nobody sees what colour lies there, so there
 * is nothing to change. What an extend adds had no pixels before, and is not looked at.
 *
 * @param used of the base's rectangle
 */
export function leaveUnseen(used: AlphaPlane, base: Placed, existing: PixelRect): void {
  const { channels, data } = base.picture;
  const rect = rectOfPlaced(base);
  const had = intersectRects(rect, existing);
  if (channels === 3 || !had) return;
  for (let y = had.y; y < had.y + had.height; y += 1) {
    const row = (y - rect.y) * rect.width - rect.x;
    for (let i = row + had.x; i < row + had.x + had.width; i += 1)
      if (data[i * 4 + 3] === 0) used.data[i] = 0;
  }
}
