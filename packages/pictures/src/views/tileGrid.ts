import type { PixelSize } from '@pinpaint/domain';

/** What a viewer shows of a master: level 0 is the whole size, each next one half of it, rounded down. */
export type TileGrid = { readonly tilePx: number; readonly levels: readonly TileLevel[] };

export type TileLevel = PixelSize & { readonly columns: number; readonly rows: number };

export const tilePx = 512;

/** Down to the level that fits into one tile, or, for a sliver, that is one pixel wide: as libvips does it. */
export function tileGrid(size: PixelSize): TileGrid {
  const levels: TileLevel[] = [];
  for (let { width, height } = size; ; width = Math.floor(width / 2), height = Math.floor(height / 2)) {
    const [columns, rows] = [Math.ceil(width / tilePx), Math.ceil(height / tilePx)];
    levels.push({ width, height, columns, rows });
    if ((columns === 1 && rows === 1) || width === 1 || height === 1) return { tilePx, levels };
  }
}
