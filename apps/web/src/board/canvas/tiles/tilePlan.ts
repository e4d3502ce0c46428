import { intersectRects, type PixelRect } from '@pinpaint/domain';
import type { TileGrid } from '../../../data/types.ts';
import { type PlacedTile, tilesOf } from './tilesOf.ts';

/** Tiles where they lie in the picture, in pixels of its full size. */
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
  const [whole] = grid.levels;
  const tiles = whole ? tilesOf(grid, level, { x: 0, y: 0, width: whole.width, height: whole.height }) : [];
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

function byDistanceTo({ x, y, width, height }: PixelRect) {
  const far = ({ rect }: PlacedTile) =>
    Math.hypot(rect.x + rect.width / 2 - x - width / 2, rect.y + rect.height / 2 - y - height / 2);
  return (a: PlacedTile, b: PlacedTile) => far(a) - far(b);
}
