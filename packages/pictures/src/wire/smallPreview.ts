import { pictureType } from '../facts/pictureType.ts';
import { openPicture } from '../openPicture.ts';

/** What is shown of a run under way is never longer than this. */
export const previewBytes = 48 * 1024;

/** A service sends what it draws in, a latent's preview or the whole picture; this is a hostile one. */
const mostPixels = 40_000_000;
/** The first that is short enough; noise, which previews begin with, is the longest. */
const attempts = [
  { px: 512, quality: 70 },
  { px: 512, quality: 30 },
  { px: 256, quality: 30 },
] as const;

/** A picture from elsewhere, encoded anew: WebP of 512 px at most, without anything but pixels. null: it is none. */
export async function smallPreview(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  const type = pictureType(bytes);
  if (type === null || type === 'tiff') return null;
  try {
    for (const { px, quality } of attempts) {
      const small = await openPicture(bytes, { maxPixels: mostPixels, applyProfile: true })
        .autoOrient()
        .resize({ width: px, height: px, fit: 'inside', withoutEnlargement: true })
        .flatten()
        .toColourspace('srgb')
        .webp({ quality, effort: 1 })
        .toBuffer();
      if (small.length <= previewBytes) return new Uint8Array(small);
    }
    return null;
  } catch {
    return null;
  }
}
