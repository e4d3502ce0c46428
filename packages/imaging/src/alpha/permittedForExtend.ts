import type { PixelRect, Region } from '@pinpaint/domain';
import { type AlphaPlane, alphaOver, makeAlpha, trimAlpha } from './alphaPlane.ts';
import type { RegionMasks } from './rasterise.ts';
import { takeOutLocks } from './takeOutLocks.ts';

export type ExtendRequest = {
  /** Where the frame has pixels already. */
  readonly masterBounds: PixelRect;
  readonly newBounds: PixelRect;
  readonly locks: readonly Region[];
  /** How far the fill may reach over existing pixels, fading from 255 to 0; default 0: not at all. */
  readonly overlapPx?: number;
  /** What may change of the existing pixels besides, see `permittedAlpha`. */
  readonly hole?: AlphaPlane | null;
  readonly masks?: RegionMasks;
};

/**
 * What an extend may change: all that is new, and existing pixels only within `overlapPx` of it and in `hole`.
 *
 * @returns null when nothing is new, or all of it is locked.
 */
export function permittedForExtend(request: ExtendRequest): AlphaPlane | null {
  const { masterBounds, newBounds, locks, overlapPx = 0, masks, hole = null } = request;
  const alpha = hole ? alphaOver(hole, newBounds) : makeAlpha(newBounds);
  const across = distancesToNew(newBounds.x, newBounds.width, masterBounds.x, masterBounds.width);
  const down = distancesToNew(newBounds.y, newBounds.height, masterBounds.y, masterBounds.height);
  for (let y = 0; y < newBounds.height; y += 1) {
    for (let x = 0; x < newBounds.width; x += 1) {
      // The nearest pixel outside a rectangle lies straight across one of its sides.
      const distance = Math.min(across[x] ?? 0, down[y] ?? 0);
      const at = y * newBounds.width + x;
      alpha.data[at] = Math.max(alpha.data[at] ?? 0, fade(distance, overlapPx));
    }
  }
  takeOutLocks(alpha, locks, masks);
  return trimAlpha(alpha);
}

/** Along one axis: 0 where the master has no pixels, else how far the nearest new one is. */
function distancesToNew(newStart: number, newLength: number, start: number, length: number): Float64Array {
  const first = start - newStart;
  const last = first + length - 1;
  return new Float64Array(newLength).map((_, at) => {
    const toLeft = first > 0 ? at - first + 1 : Infinity;
    const toRight = last < newLength - 1 ? last + 1 - at : Infinity;
    return Math.max(0, Math.min(toLeft, toRight));
  });
}

function fade(distance: number, overlapPx: number): number {
  if (distance > overlapPx) return 0;
  return Math.round((255 * (overlapPx + 1 - distance)) / (overlapPx + 1));
}
