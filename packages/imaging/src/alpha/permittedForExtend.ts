import type { PixelRect, Region } from '@pinpaint/domain';
import type { AlphaPlane } from './alphaPlane.ts';
import type { RegionMasks } from './rasterise.ts';

export type ExtendRequest = {
  /** Where the frame has pixels already. */
  readonly masterBounds: PixelRect;
  readonly newBounds: PixelRect;
  readonly locks: readonly Region[];
  /** How far the fill may reach over existing pixels, fading from 255 to 0; default 0: not at all. */
  readonly overlapPx?: number;
  readonly masks?: RegionMasks;
};

/**
 * What an extend may change: all that is new.
 *
 * @returns null when nothing is new, or all of it is locked.
 */
export function permittedForExtend(_request: ExtendRequest): AlphaPlane | null {
  throw new Error('permittedForExtend: not built yet');
}
