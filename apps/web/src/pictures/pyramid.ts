import { intersectRects, type PixelRect, type PixelSize } from '@pinpaint/domain';

/** As the API's grids have it: level 0 is full size, each next one half of it, rounded down. */
export const tilePx = 512;

export type Tile = {
  readonly level: number;
  readonly x: number;
  readonly y: number;
  /** What it shows, in frame space. */
  readonly rect: PixelRect;
};

/** Down to the one that fits into a tile, or is one pixel wide. */
export function levelsOf(size: PixelSize): readonly PixelSize[] {
  const levels: PixelSize[] = [];
  for (let { width, height } = size; ; width = Math.floor(width / 2), height = Math.floor(height / 2)) {
    levels.push({ width, height });
    if (Math.max(width, height) <= tilePx || Math.min(width, height) <= 1) return levels;
  }
}

/** The smallest level that still has a pixel for each of the screen's. */
export function levelFor(size: PixelSize, screenPxPerPixel: number): number {
  const wanted = Math.floor(Math.log2(1 / screenPxPerPixel));
  return Math.min(levelsOf(size).length - 1, Math.max(0, wanted));
}

/** @param within in frame space */
export function tilesIn(bounds: PixelRect, level: number, within: PixelRect): readonly Tile[] {
  const seen = intersectRects(bounds, within);
  const size = levelsOf(bounds)[level];
  if (!seen || !size) return [];
  const step = 2 ** level;
  const side = tilePx * step;
  const tiles: Tile[] = [];
  const last = (start: number, length: number) => Math.ceil((start + length) / side);
  for (let y = Math.floor((seen.y - bounds.y) / side); y < last(seen.y - bounds.y, seen.height); y += 1) {
    for (let x = Math.floor((seen.x - bounds.x) / side); x < last(seen.x - bounds.x, seen.width); x += 1) {
      const width = Math.min(tilePx, size.width - x * tilePx) * step;
      const height = Math.min(tilePx, size.height - y * tilePx) * step;
      if (width <= 0 || height <= 0) continue;
      tiles.push({ level, x, y, rect: { x: bounds.x + x * side, y: bounds.y + y * side, width, height } });
    }
  }
  return tiles;
}
