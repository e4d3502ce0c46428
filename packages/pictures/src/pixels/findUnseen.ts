import { intersectRects, type PixelRect } from '@pinpaint/domain';
import { type AlphaPlane, makeAlpha, type Placed, rectOfPlaced } from '@pinpaint/imaging';

/**
 * 255 where the base is wholly transparent: nobody sees what colour lies there, so it is neither changed nor copied.
 * What an extend adds had no pixels before, and is not looked at.
 *
 * @returns of the base's rectangle; null where the base has no transparency
 */
export function findUnseen(base: Placed, existing: PixelRect): AlphaPlane | null {
  const { channels, data } = base.picture;
  const rect = rectOfPlaced(base);
  const had = intersectRects(rect, existing);
  if (channels === 3 || !had) return null;
  const unseen = makeAlpha(rect);
  for (let y = had.y; y < had.y + had.height; y += 1) {
    const row = (y - rect.y) * rect.width - rect.x;
    for (let i = row + had.x; i < row + had.x + had.width; i += 1)
      if (data[i * 4 + 3] === 0) unseen.data[i] = 255;
  }
  return unseen;
}
