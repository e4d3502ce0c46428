import { stat } from 'node:fs/promises';
import { err, ok, type Result } from '@pinpaint/domain';
import type { Metadata } from 'sharp';
import { type ProfileError, readProfile } from '../colour/readProfile.ts';
import { openPicture } from '../openPicture.ts';
import { endsTooEarly } from './endsTooEarly.ts';
import { isPyramid } from './isPyramid.ts';
import { type PictureType, pictureType, readAt } from './pictureType.ts';
import { readPngHeader } from './pngHeader.ts';

export type PictureFacts = {
  readonly type: PictureType;
  /** As people see it: after the EXIF orientation. */
  readonly width: number;
  readonly height: number;
  readonly depth: 8 | 16;
  /** Of the master: grey becomes three. */
  readonly channels: 3 | 4;
  readonly bytes: number;
  readonly profile: { readonly digest: string; readonly name: string } | null;
};

export type PictureLimits = { readonly maxBytes: number; readonly maxMegapixels: number };

export type PictureError =
  | { readonly code: 'picture.too-large'; readonly bytes: number; readonly maxBytes: number }
  | { readonly code: 'picture.too-many-pixels'; readonly megapixels: number; readonly maxMegapixels: number }
  | ProfileError
  | {
      readonly code:
        | 'picture.unknown-type'
        | 'picture.truncated'
        | 'picture.corrupt'
        /** Also a TIFF of several pages that are no pyramid. */
        | 'picture.animated'
        | 'picture.cmyk'
        /** Lab, or more channels than RGB and alpha. */
        | 'picture.colour-model'
        /** 1, 2 or 4 bits a sample. */
        | 'picture.one-bit'
        /** Samples that are no whole numbers of 8 or 16 bits. */
        | 'picture.float';
    };

/** Decides from the header what may be decoded at all, then decodes it once, without keeping the pixels. */
export async function inspectPicture(
  path: string,
  { maxBytes, maxMegapixels }: PictureLimits,
): Promise<Result<PictureFacts, PictureError>> {
  const { size: bytes } = await stat(path);
  if (bytes > maxBytes) return err({ code: 'picture.too-large', bytes, maxBytes });
  const head = await readAt(path, 0, headBytes);
  const type = pictureType(head);
  if (!type) return err({ code: 'picture.unknown-type' });
  if (type === 'png' && readPngHeader(head)?.animated) return err({ code: 'picture.animated' });
  try {
    const header = await openPicture(path).metadata();
    const megapixels = (header.width * header.height) / 1e6;
    if (megapixels > maxMegapixels)
      return err({ code: 'picture.too-many-pixels', megapixels, maxMegapixels });
    const { width, height, pages = 1 } = header;
    if (pages > 1 && !(type === 'tiff' && (await isPyramid(path, { width, height, pages }))))
      return err({ code: 'picture.animated' });
    const read = factsOf(header, { type, bytes });
    if (read.ok) await decodeAll(path, maxMegapixels);
    return read;
  } catch (error) {
    const says = error instanceof Error ? error.message : '';
    const truncated = await endsTooEarly(path, type, says);
    return err({ code: truncated ? 'picture.truncated' : 'picture.corrupt' });
  }
}

/** Room for the chunks that may stand before a PNG's pixels, among them its profile. */
const headBytes = 1024 * 1024;

/** The slowest of 120 megapixels took 3 s on two cores. */
const decodeLimitSeconds = 120;

/** libvips streams it through: memory stays small, and every sample has to be there. */
async function decodeAll(path: string, maxMegapixels: number): Promise<void> {
  await openPicture(path, { maxPixels: maxMegapixels * 1e6 })
    .resize(1, 1, { fit: 'fill', fastShrinkOnLoad: false })
    .timeout({ seconds: decodeLimitSeconds })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
}

function factsOf(
  header: Metadata,
  { type, bytes }: Pick<PictureFacts, 'type' | 'bytes'>,
): Result<PictureFacts, PictureError> {
  if (header.space === 'cmyk') return err({ code: 'picture.cmyk' });
  if (header.depth !== 'uchar' && header.depth !== 'ushort') return err({ code: 'picture.float' });
  if ((header.bitsPerSample ?? 8) < 8) return err({ code: 'picture.one-bit' });
  const colours = coloursOf(header.space);
  const alphas = header.channels - colours;
  if (colours === 0 || alphas < 0 || alphas > 1) return err({ code: 'picture.colour-model' });
  const profile = header.icc ? readProfile(header.icc) : ok(null);
  if (!profile.ok) return profile;
  return ok({
    type,
    width: header.autoOrient.width,
    height: header.autoOrient.height,
    depth: header.depth === 'ushort' ? 16 : 8,
    channels: alphas === 1 ? 4 : 3,
    bytes,
    profile: profile.value && { digest: profile.value.digest, name: profile.value.name },
  });
}

/** How many channels carry colour; 0 for spaces that are no RGB or grey. */
function coloursOf(space: string): 0 | 1 | 3 {
  if (space === 'srgb' || space === 'rgb' || space === 'rgb16') return 3;
  return space === 'b-w' || space === 'grey16' ? 1 : 0;
}
