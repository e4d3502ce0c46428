import type { PixelRect } from '@pinpaint/domain';
import { encodeAlpha, encodePatch } from '@pinpaint/pictures';
import { aPicture } from '@pinpaint/pictures/testing';

type Wish = { readonly permitted?: PixelRect; readonly depth?: 8 | 16; readonly seed?: number };

/** Random samples in `rect`, laid on whole but for its first column, which is permitted and not used. */
export async function layerFiles(rect: PixelRect, { permitted = rect, depth = 8, seed = 0 }: Wish = {}) {
  const { width, height } = rect;
  const picture = aPicture({ width, height, depth });
  picture.data.forEach((value, i) => {
    picture.data[i] = value + seed + 1;
  });
  const plane = (of: PixelRect) => ({ rect: of, data: new Uint8Array(of.width * of.height).fill(255) });
  const used = plane(rect);
  used.data.forEach((_, i) => {
    if (i % width === 0) used.data[i] = 0;
  });
  return {
    permitted: await encodeAlpha(plane(permitted)),
    patch: await encodePatch(picture),
    alpha: await encodeAlpha(used),
  };
}
