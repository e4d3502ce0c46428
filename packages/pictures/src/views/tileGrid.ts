import type { PixelSize } from '@pinpaint/domain';

/** What a viewer shows of a master: level 0 is the whole size, each next one half of it, rounded down. */
export type TileGrid = { readonly tilePx: number; readonly levels: readonly TileLevel[] };

export type TileLevel = PixelSize & { readonly columns: number; readonly rows: number };

export const tilePx = 512;

/** Down to the level that fits into one tile. */
export function tileGrid({ width, height }: PixelSize): TileGrid {
  const levels: TileLevel[] = [];
  for (let size = { width, height }; ; size = { width: half(size.width), height: half(size.height) }) {
    const level = { ...size, columns: Math.ceil(size.width / tilePx), rows: Math.ceil(size.height / tilePx) };
    levels.push(level);
    if (level.columns === 1 && level.rows === 1) return { tilePx, levels };
  }
}

/** As libvips halves the images of a pyramid. */
function half(side: number): number {
  return Math.max(1, Math.floor(side / 2));
}
