import { intersectRects, type PixelRect, surfaceBounds, surfaceMap } from '@pinpaint/domain';
import type { AlphaPlane } from '@pinpaint/imaging';
import type { ArtworkPlane } from './parcel/engineParcels.ts';

/** More samples of an artwork tell its area no better. */
const mostSamples = 1_000_000;

/**
 * How much of what an artwork shows within the frame was not painted, 0…1, by its alpha and area; a region or a lock
 * has cut it, or another thing that keeps an edit from where it lies.
 *
 * @param artwork where it lies in frame space
 * @param frame what the picture covers: beyond its edge nobody misses anything
 */
export function measureCutAway(artwork: ArtworkPlane, used: AlphaPlane, frame: PixelRect): number {
  const seen = intersectRects(surfaceBounds(artwork.surface), frame);
  if (!seen) return 0;
  const { toArtwork } = surfaceMap(artwork.surface);
  const step = Math.ceil(Math.sqrt((seen.width * seen.height) / mostSamples));
  const uv = new Float64Array(2);
  let [shown, painted] = [0, 0];
  for (let y = seen.y; y < seen.y + seen.height; y += step) {
    for (let x = seen.x; x < seen.x + seen.width; x += step) {
      toArtwork(x + 0.5, y + 0.5, uv);
      const alpha = alphaAt(artwork, uv[0] ?? -1, uv[1] ?? -1);
      shown += alpha;
      if (alpha > 0) painted += (alpha * usedAt(used, x, y)) / 255;
    }
  }
  return shown > 0 ? 1 - painted / shown : 0;
}

/** 0 beside it. */
function alphaAt({ width, height, data }: ArtworkPlane, u: number, v: number): number {
  if (!(u >= 0 && u < 1 && v >= 0 && v < 1)) return 0;
  return data[(Math.floor(v * height) * width + Math.floor(u * width)) * 4 + 3] ?? 0;
}

function usedAt({ rect, data }: AlphaPlane, x: number, y: number): number {
  const [col, row] = [x - rect.x, y - rect.y];
  const isInside = col >= 0 && row >= 0 && col < rect.width && row < rect.height;
  return isInside ? (data[row * rect.width + col] ?? 0) : 0;
}
