import { boundsOfRegion, intersectRects, type Region } from '@pinpaint/domain';
import type { AlphaPlane } from './alphaPlane.ts';
import { type RegionMasks, rasterise } from './rasterise.ts';

/** Sets to 0, in place, every pixel that a lock touches at all: a lock's soft edge is as locked as its middle. */
export function takeOutLocks(alpha: AlphaPlane, locks: readonly Region[], masks?: RegionMasks): void {
  for (const lock of locks) {
    const bounds = lock.kind === 'none' ? alpha.rect : boundsOfRegion(lock);
    const shared = bounds && intersectRects(bounds, alpha.rect);
    if (shared) clear(alpha, rasterise(lock, shared, masks));
  }
}

/** `locked` lies within `alpha`. */
function clear(alpha: AlphaPlane, locked: AlphaPlane): void {
  const { rect, data } = locked;
  for (let y = 0; y < rect.height; y += 1) {
    const to = (rect.y + y - alpha.rect.y) * alpha.rect.width + (rect.x - alpha.rect.x);
    for (let x = 0; x < rect.width; x += 1) {
      if (data[y * rect.width + x] !== 0) alpha.data[to + x] = 0;
    }
  }
}
