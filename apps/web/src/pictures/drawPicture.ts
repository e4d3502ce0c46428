import type { PixelRect } from '@pinpaint/domain';
import type { Camera } from '../board/canvas/camera.ts';
import { bitmaps } from './bitmaps.ts';
import type { PictureSource } from './pictureSource.ts';
import { levelFor, levelsOf, type Tile, tilesIn } from './pyramid.ts';

/** A canvas's pixels, and what of frame space they show: the camera's scale is in those pixels. */
export type Drawing = {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  readonly camera: Camera;
};

/**
 * Draws what is here of a picture, as sharp as it can be by now, and asks for what is missing.
 *
 * @returns whether anything was here: until then there is only its shape to show
 */
export function drawPicture(drawing: Drawing, source: PictureSource): boolean {
  const { context, camera } = drawing;
  const { base, overlays } = source;
  context.imageSmoothingEnabled = camera.scale < 1;
  context.imageSmoothingQuality = 'medium';
  const wanted = levelFor(base.rect, camera.scale);
  const tiles = tilesIn(base.rect, wanted, seenBy(drawing));
  const isHere = tiles.map((tile) => bitmaps.peek(tilePath(base.path, tile)) !== null);
  const hasThumbnail = isHere.includes(false) && drawCoarser(drawing, source, wanted);
  for (const tile of tiles) put(drawing, bitmaps.want(tilePath(base.path, tile)), tile.rect);
  for (const { path, rect, opacity } of overlays) {
    context.globalAlpha = opacity;
    put(drawing, bitmaps.want(path), rect);
  }
  context.globalAlpha = 1;
  return hasThumbnail || isHere.includes(true);
}

/** Nothing waits for its full size before it can be seen. */
function drawCoarser(drawing: Drawing, { base }: PictureSource, wanted: number): boolean {
  const thumbnail = bitmaps.want(`${base.path}/thumbnail`);
  put(drawing, thumbnail, base.rect);
  for (let level = levelsOf(base.rect).length - 1; level > wanted; level -= 1) {
    for (const tile of tilesIn(base.rect, level, seenBy(drawing))) {
      put(drawing, bitmaps.peek(tilePath(base.path, tile)), tile.rect);
    }
  }
  return thumbnail !== null;
}

export function tilePath(path: string, { level, x, y }: Tile, kind: 'webp' | 'png' = 'webp'): string {
  const place = `${path}/tiles/${level}/${x}/${y}`;
  return kind === 'png' ? `${place}?kind=png` : place;
}

/** Edges fall on whole pixels, so that neighbours meet without a seam. */
export function put({ context, camera }: Drawing, bitmap: CanvasImageSource | null, rect: PixelRect): void {
  if (!bitmap) return;
  const left = Math.round((rect.x - camera.x) * camera.scale);
  const top = Math.round((rect.y - camera.y) * camera.scale);
  const right = Math.round((rect.x + rect.width - camera.x) * camera.scale);
  const bottom = Math.round((rect.y + rect.height - camera.y) * camera.scale);
  if (right > left && bottom > top) context.drawImage(bitmap, left, top, right - left, bottom - top);
}

/** In whole pixels of frame space. */
export function seenBy({ context, camera }: Drawing): PixelRect {
  const x = Math.floor(camera.x);
  const y = Math.floor(camera.y);
  return {
    x,
    y,
    width: Math.ceil(camera.x + context.canvas.width / camera.scale) - x,
    height: Math.ceil(camera.y + context.canvas.height / camera.scale) - y,
  };
}
