import { intersectRects, type PixelRect } from '@pinpaint/domain';
import { type PlacedTile, tilesOf } from '../../board/canvas/tiles/tilesOf.ts';
import type { TileGrid } from '../../data/types.ts';
import type { StageView } from './stageCamera.ts';

/** In frame space. */
export type KeyedTile = PlacedTile & { readonly key: string };

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
export function tilesIn({ grid, bounds, view, density }: TileWish): readonly KeyedTile[] {
  const coarsest = grid.levels.length - 1;
  const levelFor = (scale: number) =>
    Math.min(coarsest, Math.max(0, Math.floor(Math.log2(1 / (scale * density)) + 0.15)));
  const whole = levelFor(view.fitScale);
  const sharp = Math.min(whole, levelFor(view.camera.scale));
  const seen = seenRect(view);
  const tiles = tilesOf(grid, whole, bounds);
  for (let level = Math.min(whole - 1, sharp + 1); level >= sharp; level -= 1) {
    tiles.push(...tilesOf(grid, level, bounds).filter(({ rect }) => intersectRects(rect, seen)));
  }
  return tiles.map((tile) => ({ ...tile, key: `${tile.level}/${tile.x}/${tile.y}` }));
}

function seenRect({ camera, size }: StageView): PixelRect {
  return {
    x: camera.x,
    y: camera.y,
    width: size.width / camera.scale,
    height: size.height / camera.scale,
  };
}
