import type { PixelSize } from '@pinpaint/domain';
import type { Picture } from '@pinpaint/imaging';
import sharp from 'sharp';
import { rawPicture, sharpOf } from '../rawPicture.ts';

/** To an engine's own size and back. The very same picture when it has that size already: nothing is resampled then. */
export async function resizePicture(picture: Picture, { width, height }: PixelSize): Promise<Picture> {
  if (picture.width === width && picture.height === height) return picture;
  const resized = sharpOf(picture).resize(width, height, { fit: 'fill', kernel: 'lanczos3' });
  return rawPicture(resized, picture.depth);
}

/** A plane of one 8-bit sample a pixel. Linear, so that nothing overshoots. */
export async function resizePlane(data: Uint8Array, from: PixelSize, to: PixelSize): Promise<Uint8Array> {
  if (from.width === to.width && from.height === to.height) return data;
  return sharp(data, { raw: { width: from.width, height: from.height, channels: 1 } })
    .resize(to.width, to.height, { fit: 'fill', kernel: 'linear' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
}
