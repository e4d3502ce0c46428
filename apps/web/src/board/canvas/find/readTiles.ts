import { intersectRects, type PixelRect, type PixelSize } from '@pinpaint/domain';
import { type PixelReader, type PixelView, sizeWithin } from '@pinpaint/imaging';
import { sessionApi } from '../../../data/api.ts';
import type { TileGrid } from '../../../data/types.ts';
import { loadPicture } from '../pixi/loadPicture.ts';
import type { PictureSource } from '../scene.ts';
import { planTiles } from '../tiles/tilePlan.ts';
import type { PlacedTile } from '../tiles/tilesOf.ts';

/** The tiles that the canvas shows too, so most of them are on this device already. For workers: it draws off screen. */
export async function readTiles({ path, bounds }: PictureSource): Promise<PixelReader> {
  const grid = await sessionApi.get<TileGrid>(`${path}/tiles`);
  return async (rect, mostPixels) => {
    const part = intersectRects(rect, bounds);
    if (!part) throw new RangeError('readTiles: the rectangle lies outside the picture');
    const seen = { ...part, x: part.x - bounds.x, y: part.y - bounds.y };
    const size = sizeWithin(part, mostPixels);
    const tiles = planTiles({ grid, seen, density: size.width / part.width }).seen;
    return { rect: part, picture: await drawTiles({ path, tiles, seen, size }) };
  };
}

type Drawing = {
  readonly path: string;
  readonly tiles: readonly PlacedTile[];
  /** In the picture's own pixels. */
  readonly seen: PixelRect;
  readonly size: PixelSize;
};

async function drawTiles({ path, tiles, seen, size }: Drawing): Promise<PixelView['picture']> {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('readTiles: no drawing here');
  context.imageSmoothingQuality = 'high';
  const [across, down] = [size.width / seen.width, size.height / seen.height];
  await Promise.all(
    tiles.map(async ({ level, x, y, rect }) => {
      const url = sessionApi.url(`${path}/tiles/${level}/${x}/${y}?kind=webp`);
      const { bitmap } = await loadPicture(url, AbortSignal.timeout(tileLimitMs));
      const [left, top] = [Math.round((rect.x - seen.x) * across), Math.round((rect.y - seen.y) * down)];
      const right = Math.round((rect.x + rect.width - seen.x) * across);
      const bottom = Math.round((rect.y + rect.height - seen.y) * down);
      context.drawImage(bitmap, left, top, right - left, bottom - top);
      bitmap.close();
    }),
  );
  const { data } = context.getImageData(0, 0, size.width, size.height);
  return { ...size, channels: 4, depth: 8, data: new Uint8Array(data.buffer) };
}

/** Whoever waits longer for a tile has no line to the server. */
const tileLimitMs = 20_000;
