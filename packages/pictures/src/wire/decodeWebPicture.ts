import type { Picture } from '@pinpaint/imaging';
import { openPicture } from '../openPicture.ts';
import { rawPicture } from '../rawPicture.ts';

/** What a stranger's service sends as PNG, JPEG or WebP: upright, RGB of 8 bits in sRGB. null where it is none. */
export async function decodeWebPicture(bytes: Uint8Array, maxPixels: number): Promise<Picture | null> {
  try {
    const opened = openPicture(bytes, { maxPixels, applyProfile: true });
    const { format } = await opened.metadata();
    if (format !== 'png' && format !== 'jpeg' && format !== 'webp') return null;
    return await rawPicture(opened.autoOrient().removeAlpha(), 8);
  } catch {
    return null;
  }
}
