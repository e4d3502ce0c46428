import { masterFormat } from '../master/masterFormat.ts';
import { displayed } from './displayed.ts';
import { tileGrid } from './tileGrid.ts';

const thumbnailPx = 512;

/** WebP, sRGB, at most `thumbnailPx` on its longer side and never enlarged; transparency is kept. */
export async function thumbnail(masterPath: string): Promise<Uint8Array> {
  const format = await masterFormat(masterPath);
  // The smallest level that still has enough: the pyramid has done most of the shrinking.
  const level = tileGrid(format).levels.findLastIndex(
    (size) => Math.max(size.width, size.height) >= thumbnailPx,
  );
  return displayed(masterPath, format, Math.max(0, level))
    .resize(thumbnailPx, thumbnailPx, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82, effort: 3 })
    .toBuffer();
}
