import { masterFormat } from '../master/masterFormat.ts';
import { displayed } from './displayed.ts';
import { tileGrid, tilePx } from './tileGrid.ts';

export type TilePlace = { readonly level: number; readonly x: number; readonly y: number };

/** `webp` is lossy, for looking; `png` has the very sRGB samples, for a canvas that composites. */
export type TileKind = 'webp' | 'png';

/** @returns null where the grid has no such tile. */
export async function tile(
  masterPath: string,
  { level, x, y }: TilePlace,
  kind: TileKind = 'webp',
): Promise<Uint8Array | null> {
  const format = await masterFormat(masterPath);
  const size = tileGrid(format).levels[level];
  if (!size || !isWithin(x, size.columns) || !isWithin(y, size.rows)) return null;
  const [left, top] = [x * tilePx, y * tilePx];
  const part = displayed(masterPath, format, level).extract({
    left,
    top,
    width: Math.min(tilePx, size.width - left),
    height: Math.min(tilePx, size.height - top),
  });
  return kind === 'png' ? part.png({ compressionLevel: 2 }).toBuffer() : part.webp(fastWebp).toBuffer();
}

const fastWebp = { quality: 88, effort: 1 };

function isWithin(index: number, count: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < count;
}
