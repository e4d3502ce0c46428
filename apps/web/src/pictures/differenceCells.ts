import { intersectRects, type PixelRect } from '@pinpaint/domain';
import { bitmaps } from './bitmaps.ts';
import { amplify, difference, type Samples } from './difference.ts';
import { tilePath } from './drawPicture.ts';
import type { PictureSource } from './pictureSource.ts';
import { levelFor, tilePx, tilesIn } from './pyramid.ts';

/** A square of a level in which two pictures are held against each other, pixel by pixel. */
export type Cell = { readonly key: string; readonly level: number; readonly rect: PixelRect };

/**
 * The level to compare at: two pictures whose corners lie apart by an odd number of pixels have no pixel of
 * a smaller level in common, and would differ where they are the same.
 */
export function comparedLevel(a: PictureSource, b: PictureSource, screenPxPerPixel: number): number {
  const apart = [a.base.rect.x - b.base.rect.x, a.base.rect.y - b.base.rect.y];
  let level = levelFor(a.base.rect, screenPxPerPixel);
  level = Math.min(level, levelFor(b.base.rect, screenPxPerPixel));
  while (level > 0 && apart.some((distance) => distance % 2 ** level !== 0)) level -= 1;
  return level;
}

/** Those that are seen, where both pictures have pixels. */
export function cellsIn(
  a: PictureSource,
  b: PictureSource,
  { level, within }: { readonly level: number; readonly within: PixelRect },
): readonly Cell[] {
  const both = intersectRects(a.bounds, b.bounds);
  const seen = both && intersectRects(both, within);
  if (!both || !seen) return [];
  return tilesIn(both, level, seen).map(({ x, y, rect }) => ({ key: `${level}/${x}/${y}`, level, rect }));
}

/** @returns null while tiles are missing; they have been asked for. */
export function compareCell(a: PictureSource, b: PictureSource, cell: Cell): Uint8Array | null {
  const [before, after] = [samplesOf(a, cell), samplesOf(b, cell)];
  return before && after && difference(before, after);
}

export function paintCell(plane: Uint8Array, cell: Cell, gain: number): OffscreenCanvas {
  const { width, height } = sizeOf(cell);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(amplify(plane, gain), width, height), 0, 0);
  return canvas;
}

function sizeOf({ level, rect }: Cell): { readonly width: number; readonly height: number } {
  return { width: rect.width / 2 ** level, height: rect.height / 2 ** level };
}

/** What a picture has in a cell, its level's pixels as they are. */
function samplesOf(source: PictureSource, cell: Cell): Samples | null {
  const { width, height } = sizeOf(cell);
  const context = scratch();
  if (!context) return null;
  context.clearRect(0, 0, tilePx, tilePx);
  const parts = [...partsOf(source, cell)];
  if (parts.some(({ bitmap }) => !bitmap)) return null;
  const scale = 2 ** -cell.level;
  for (const { bitmap, rect, opacity } of parts) {
    if (!bitmap) continue;
    context.globalAlpha = opacity;
    const [x, y] = [(rect.x - cell.rect.x) * scale, (rect.y - cell.rect.y) * scale];
    context.drawImage(bitmap, x, y, rect.width * scale, rect.height * scale);
  }
  context.globalAlpha = 1;
  return context.getImageData(0, 0, width, height).data;
}

type Part = { readonly bitmap: ImageBitmap | null; readonly rect: PixelRect; readonly opacity: number };

function partsOf({ base, overlays }: PictureSource, { level, rect }: Cell): readonly Part[] {
  const tiles = tilesIn(base.rect, level, rect).map((tile) => ({
    bitmap: bitmaps.want(tilePath(base.path, tile, 'png')),
    rect: tile.rect,
    opacity: 1,
  }));
  const laid = overlays.filter((overlay) => intersectRects(overlay.rect, rect));
  return [...tiles, ...laid.map((overlay) => ({ ...overlay, bitmap: bitmaps.want(overlay.path) }))];
}

let kept: OffscreenCanvasRenderingContext2D | null = null;

/** One for all, kept in memory rather than on the graphics card: it is read more often than drawn. */
function scratch(): OffscreenCanvasRenderingContext2D | null {
  kept ??= new OffscreenCanvas(tilePx, tilePx).getContext('2d', { willReadFrequently: true });
  return kept;
}
