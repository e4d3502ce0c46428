import { inflateRect, intersectRects, type PixelRect, type PixelSize } from '@pinpaint/domain';
import { bandOf } from './bandOf.ts';
import { toColours } from './colourPlane.ts';
import { cutPicture } from './cutPicture.ts';
import type { Grabbed } from './grabCut.ts';
import type { PixelReader } from './pixelReader.ts';

type Shaped = { readonly inside: Uint8Array; readonly size: PixelSize; readonly rect: PixelRect };

export type SharpenWish = {
  readonly read: PixelReader;
  readonly bounds: PixelRect;
  readonly coarse: Shaped & Grabbed;
  readonly signal?: AbortSignal | undefined;
};

const mostPixels = 640_000;
/** In coarse pixels: how far the true line may lie from the coarse one. */
const bandPx = 2;
/** Below this gain in pixels a side, a second cut would find the same line. */
const leastGain = 1.25;
/** Near a line its two sides mix, so edges count for more than colours. */
const colourWeight = 0.5;

/** Cuts again, on finer pixels and only along the line that was found: Lombaert et al., "A Multilevel Banded Graph Cuts Method", 2005. */
export async function sharpen({ read, bounds, coarse, signal }: SharpenWish): Promise<Shaped> {
  const scale = coarse.rect.width / coarse.size.width;
  if (scale <= 1) return coarse;
  const around = boundsOfInside(coarse, Math.ceil(bandPx + 2));
  const rect = around && intersectRects(around, bounds);
  const view = rect && (await read(rect, mostPixels));
  signal?.throwIfAborted();
  if (!view) return coarse;
  const gain = (scale * view.picture.width) / view.rect.width;
  if (gain < leastGain) return coarse;
  const plane = toColours(view);
  const start = enlarge(coarse, view.rect, plane);
  const known = bandOf(start, plane, bandPx * gain);
  const inside = cutPicture({
    plane,
    known,
    inside: coarse.insideColours,
    outside: coarse.outsideColours,
    colourWeight,
    signal,
  });
  return { inside, size: plane, rect: view.rect };
}

function boundsOfInside({ inside, size, rect }: Shaped, padding: number): PixelRect | null {
  let [left, top, right, bottom] = [size.width, size.height, -1, -1];
  for (let i = 0; i < inside.length; i += 1) {
    if (inside[i] !== 1) continue;
    const [x, y] = [i % size.width, Math.floor(i / size.width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (right < 0) return null;
  const [across, down] = [rect.width / size.width, rect.height / size.height];
  const [x, y] = [Math.floor(rect.x + left * across), Math.floor(rect.y + top * down)];
  const width = Math.ceil(rect.x + (right + 1) * across) - x;
  const height = Math.ceil(rect.y + (bottom + 1) * down) - y;
  return inflateRect({ x, y, width, height }, Math.ceil(padding * across));
}

function enlarge(coarse: Shaped, rect: PixelRect, size: PixelSize): Uint8Array {
  const inside = new Uint8Array(size.width * size.height);
  const [across, down] = [rect.width / size.width, rect.height / size.height];
  for (let y = 0; y < size.height; y += 1) {
    const v = Math.floor(
      ((rect.y + (y + 0.5) * down - coarse.rect.y) * coarse.size.height) / coarse.rect.height,
    );
    if (v < 0 || v >= coarse.size.height) continue;
    for (let x = 0; x < size.width; x += 1) {
      const u = Math.floor(
        ((rect.x + (x + 0.5) * across - coarse.rect.x) * coarse.size.width) / coarse.rect.width,
      );
      if (u >= 0 && u < coarse.size.width)
        inside[y * size.width + x] = coarse.inside[v * coarse.size.width + u] ?? 0;
    }
  }
  return inside;
}
