import { intersectRects, type PixelRect } from '@pinpaint/domain';
import type { TileGrid } from '../../data/types.ts';
import type { StageView } from './stageCamera.ts';

/** A tile and where it lies, in frame space. */
export type PlacedTile = {
  readonly key: string;
  readonly level: number;
  readonly x: number;
  readonly y: number;
  readonly rect: PixelRect;
};

export type TileWish = {
  readonly grid: TileGrid;
  readonly bounds: PixelRect;
  readonly view: StageView;
  /** Screen pixels per CSS pixel. */
  readonly density: number;
};

/**
 * The tiles worth having now, coarse ones first: all of the level that shows the whole picture, and of the
 * level one looks at what is in view, with the level above it until that one has come.
 */
export function tilesIn({ grid, bounds, view, density }: TileWish): readonly PlacedTile[] {
  const coarsest = grid.levels.length - 1;
  const levelFor = (scale: number) =>
    Math.min(coarsest, Math.max(0, Math.floor(Math.log2(1 / (scale * density)) + 0.15)));
  const whole = levelFor(view.fitScale);
  const sharp = Math.min(whole, levelFor(view.camera.scale));
  const seen = seenRect(view);
  const tiles = tilesOf(grid, bounds, whole);
  for (let level = Math.min(whole - 1, sharp + 1); level >= sharp; level -= 1) {
    tiles.push(...tilesOf(grid, bounds, level).filter(({ rect }) => intersectRects(rect, seen)));
  }
  return tiles;
}

function tilesOf({ levels, tilePx }: TileGrid, bounds: PixelRect, level: number): PlacedTile[] {
  const size = levels[level];
  if (!size) return [];
  // Levels are halves rounded down, so the two ratios differ by a little.
  const [perX, perY] = [bounds.width / size.width, bounds.height / size.height];
  const tiles: PlacedTile[] = [];
  for (let y = 0; y < size.rows; y += 1) {
    for (let x = 0; x < size.columns; x += 1) {
      const [left, top] = [x * tilePx, y * tilePx];
      const rect = {
        x: bounds.x + left * perX,
        y: bounds.y + top * perY,
        width: Math.min(tilePx, size.width - left) * perX,
        height: Math.min(tilePx, size.height - top) * perY,
      };
      tiles.push({ key: `${level}/${x}/${y}`, level, x, y, rect });
    }
  }
  return tiles;
}

function seenRect({ camera, size }: StageView): PixelRect {
  return {
    x: camera.x,
    y: camera.y,
    width: size.width / camera.scale,
    height: size.height / camera.scale,
  };
}
