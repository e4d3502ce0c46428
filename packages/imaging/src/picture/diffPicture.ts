import { intersectRects } from '@pinpaint/domain';
import { type AlphaPlane, makeAlpha } from '../alpha/alphaPlane.ts';
import { type Placed, rectOfPlaced } from './picture.ts';

/**
 * |after − before| × 8 over `after`'s rectangle, one 8-bit grey sample a pixel: the largest difference of
 * its channels, in 8-bit steps (a fraction of a step at 16 bits shows too), 255 at most. 255 where `before`
 * has no pixel.
 *
 * @throws RangeError when the formats differ.
 */
export function diffPicture(before: Placed, after: Placed): AlphaPlane {
  const { channels, depth } = after.picture;
  if (before.picture.channels !== channels || before.picture.depth !== depth) {
    throw new RangeError('diffPicture: the formats of the two pictures differ');
  }
  const plane = makeAlpha(rectOfPlaced(after), 255);
  const shared = intersectRects(rectOfPlaced(before), plane.rect);
  if (!shared) return plane;
  const gain = depth === 8 ? 8 : 8 / 257;
  for (let y = shared.y; y < shared.y + shared.height; y += 1) {
    for (let x = shared.x; x < shared.x + shared.width; x += 1) {
      const b = ((y - before.y) * before.picture.width + x - before.x) * channels;
      const a = ((y - after.y) * after.picture.width + x - after.x) * channels;
      let largest = 0;
      for (let c = 0; c < channels; c += 1) {
        largest = Math.max(
          largest,
          Math.abs((after.picture.data[a + c] ?? 0) - (before.picture.data[b + c] ?? 0)),
        );
      }
      plane.data[a / channels] = Math.min(255, Math.ceil(largest * gain));
    }
  }
  return plane;
}
