import type { AlphaPlane } from '../alpha/alphaPlane.ts';
import type { Placed } from './picture.ts';

/**
 * |after − before| × 8 over `after`'s rectangle, one 8-bit grey sample a pixel: the largest difference of
 * its channels, in 8-bit steps, 255 at most. 255 where `before` has no pixel.
 */
export function diffPicture(_before: Placed, _after: Placed): AlphaPlane {
  throw new Error('diffPicture: not built yet');
}
