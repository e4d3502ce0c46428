import type { PixelRect, PixelSize, Region } from '@pinpaint/domain';
import type { AlphaPlane } from './alphaPlane.ts';
import type { RegionMasks } from './rasterise.ts';

export type PermittedRequest = {
  readonly region: Region;
  readonly locks: readonly Region[];
  /** Of the frame as it is now. */
  readonly bounds: PixelRect;
  /** Default: `defaultGrowPx` of the region's bounds. */
  readonly growPx?: number;
  /** Default: `growPx`, so that the region itself stays at 255. */
  readonly featherPx?: number;
  readonly masks?: RegionMasks;
};

/**
 * The most that an edit may change: the region, grown, feathered inward from the grown edge, less the
 * locks; trimmed to what is not 0.
 *
 * @returns null when nothing may change.
 */
export function permittedAlpha(_request: PermittedRequest): AlphaPlane | null {
  throw new Error('permittedAlpha: not built yet');
}

/** How far a region is grown unless told otherwise: 2 % of its bounds' shorter side, at least 4 px. */
export function defaultGrowPx(bounds: PixelSize): number {
  return Math.max(4, Math.round(0.02 * Math.min(bounds.width, bounds.height)));
}
