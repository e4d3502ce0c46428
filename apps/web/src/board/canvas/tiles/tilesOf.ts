import type { PixelRect } from '@pinpaint/domain';
import type { TileGrid } from '../../../data/types.ts';

/** A tile and where it lies. */
export type PlacedTile = {
  readonly level: number;
  readonly x: number;
  readonly y: number;
  readonly rect: PixelRect;
};

/**
 * All tiles of a level, row by row, laid over `bounds`. Levels are rounded down, so a tile's side is not
 * quite a power of two of the whole's pixels.
 */
export function tilesOf({ levels, tilePx }: TileGrid, level: number, bounds: PixelRect): PlacedTile[] {
  const size = levels[level];
  if (!size) return [];
  const [across, down] = [bounds.width / size.width, bounds.height / size.height];
  return Array.from({ length: size.columns * size.rows }, (_, index) => {
    const [x, y] = [index % size.columns, Math.floor(index / size.columns)];
    const [left, top] = [x * tilePx, y * tilePx];
    const rect = {
      x: bounds.x + left * across,
      y: bounds.y + top * down,
      width: Math.min(tilePx, size.width - left) * across,
      height: Math.min(tilePx, size.height - top) * down,
    };
    return { level, x, y, rect };
  });
}
