import { intersectRects, type PixelRect } from '@pinpaint/domain';
import type { TileGrid } from '../../../data/types.ts';

type TilePlace = { readonly level: number; readonly x: number; readonly y: number };

/** A tile where it lies in the picture, in pixels of its full size. */
export type PlacedTile = TilePlace & { readonly rect: PixelRect };

export type TilePlan = {
  /** What is seen now, nearest to the middle first. */
  readonly seen: readonly PlacedTile[];
  /** One around it, for the next move. */
  readonly ring: readonly PlacedTile[];
};

export type TileWish = {
  readonly grid: TileGrid;
  /** What is seen of the picture, in its own pixels; it may reach beyond. */
  readonly seen: PixelRect;
  /** Screen pixels (real ones, not CSS ones) a pixel of the picture takes. */
  readonly density: number;
};

/** The smallest level that still has a pixel for each of the screen's. */
export function levelFor({ levels }: TileGrid, density: number): number {
  const level = Math.floor(Math.log2(1 / density) + 1e-9);
  return Math.min(levels.length - 1, Math.max(0, level));
}

export function planTiles({ grid, seen, density }: TileWish): TilePlan {
  const level = levelFor(grid, density);
  const tiles = tilesOf(grid, level);
  const side = grid.tilePx * 2 ** level;
  const around = {
    x: seen.x - side,
    y: seen.y - side,
    width: seen.width + 2 * side,
    height: seen.height + 2 * side,
  };
  const near = tiles.filter(({ rect }) => intersectRects(rect, around)).sort(byDistanceTo(seen));
  return {
    seen: near.filter(({ rect }) => intersectRects(rect, seen)),
    ring: near.filter(({ rect }) => !intersectRects(rect, seen)),
  };
}

/** All of a level. Levels are rounded down, so a tile's side in the picture is not quite a power of two. */
function tilesOf({ levels, tilePx }: TileGrid, level: number): PlacedTile[] {
  const [whole, size] = [levels[0], levels[level]];
  if (!whole || !size) return [];
  const [across, down] = [whole.width / size.width, whole.height / size.height];
  return Array.from({ length: size.columns * size.rows }, (_, index) => {
    const [x, y] = [index % size.columns, Math.floor(index / size.columns)];
    const rect = {
      x: x * tilePx * across,
      y: y * tilePx * down,
      width: Math.min(tilePx, size.width - x * tilePx) * across,
      height: Math.min(tilePx, size.height - y * tilePx) * down,
    };
    return { level, x, y, rect };
  });
}

function byDistanceTo({ x, y, width, height }: PixelRect) {
  const far = ({ rect }: PlacedTile) =>
    Math.hypot(rect.x + rect.width / 2 - x - width / 2, rect.y + rect.height / 2 - y - height / 2);
  return (a: PlacedTile, b: PlacedTile) => far(a) - far(b);
}
