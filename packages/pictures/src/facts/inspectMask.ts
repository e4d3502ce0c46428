import { err, ok, type PixelSize, type Result } from '@pinpaint/domain';
import { inspectPicture, type PictureError, type PictureLimits } from './inspectPicture.ts';
import { readAt } from './pictureType.ts';
import { pngColourType, readPngHeader } from './pngHeader.ts';

export type MaskError =
  | PictureError
  /** Anything but a PNG of 8-bit grey without transparency. */
  | { readonly code: 'mask.wrong-kind' };

/** Decides from the header whether a file can be a raster region's mask at all, then decodes it once. */
export async function inspectMask(
  path: string,
  limits: PictureLimits,
): Promise<Result<PixelSize, MaskError>> {
  const header = readPngHeader(await readAt(path, 0, 33));
  if (header?.bitDepth !== 8 || header.colourType !== pngColourType.grey) {
    return err({ code: 'mask.wrong-kind' });
  }
  const facts = await inspectPicture(path, limits);
  if (!facts.ok) return facts;
  const { width, height, channels } = facts.value;
  // A grey that is named as transparent becomes an alpha.
  return channels === 3 ? ok({ width, height }) : err({ code: 'mask.wrong-kind' });
}
