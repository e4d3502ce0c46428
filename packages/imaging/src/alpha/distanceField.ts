import type { PixelSize } from '@pinpaint/domain';

/** What `distanceField` gives where nothing is set within the limit. */
export const beyondLimit = 0xffffffff;

/**
 * The squared Euclidean distance of every pixel centre to that of the nearest pixel whose `plane` value
 * is not 0: whole numbers, exact. 0 on set pixels, `beyondLimit` where none lies within `limitPx`.
 */
export function distanceField(_plane: Uint8Array, _size: PixelSize, _limitPx?: number): Uint32Array {
  throw new Error('distanceField: not built yet');
}
