import type { PixelSize } from '@pinpaint/domain';
import { openPicture } from '../openPicture.ts';

/** Whether a TIFF's further pages are its first one again, each half as large: one picture, as our masters are. */
export async function isPyramid(
  path: string,
  { pages, ...whole }: PixelSize & { readonly pages: number },
): Promise<boolean> {
  // Each side of a picture is halved often enough by then to be a single pixel.
  if (pages > mostLevels) return false;
  for (let page = 1; page < pages; page += 1) {
    const { width, height } = await openPicture(path, { page }).metadata();
    if (!isShrunk(whole.width, width, page) || !isShrunk(whole.height, height, page)) return false;
  }
  return true;
}

const mostLevels = 20;

/** Programs round an odd half down or up. */
function isShrunk(from: number, to: number, page: number): boolean {
  return Math.abs(from / 2 ** page - to) <= 1;
}
