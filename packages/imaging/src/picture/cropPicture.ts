import { containsRect, type PixelRect } from '@pinpaint/domain';
import { makePicture, type Placed, rectOfPlaced } from './picture.ts';

/**
 * A copy of the samples under `rect`, which is in frame space.
 *
 * @throws RangeError when `rect` is not wholly inside the picture.
 */
export function cropPicture(source: Placed, rect: PixelRect): Placed {
  if (!containsRect(rectOfPlaced(source), rect)) throw new RangeError('cropPicture: rect leaves the picture');
  const { picture } = source;
  const { channels } = picture;
  const crop = makePicture({ ...picture, width: rect.width, height: rect.height });
  const rowLength = rect.width * channels;
  for (let row = 0; row < rect.height; row += 1) {
    const from = ((rect.y - source.y + row) * picture.width + (rect.x - source.x)) * channels;
    crop.data.set(picture.data.subarray(from, from + rowLength), row * rowLength);
  }
  return { x: rect.x, y: rect.y, picture: crop };
}
