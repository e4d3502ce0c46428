import type { PixelRect, Region } from '@pinpaint/domain';
import type { AlphaPlane } from './alphaPlane.ts';

/** The samples of raster regions by their digest: 8-bit grey, row-major, of the region's own `rect`. */
export type RegionMasks = ReadonlyMap<string, Uint8Array>;

/**
 * How much of each pixel of `rect` a region covers, 0…255.
 *
 * @throws RangeError for a point, which covers nothing until it has been given a region, and for a
 *   raster whose mask is missing or of another size.
 */
export function rasterise(_region: Region, _rect: PixelRect, _masks?: RegionMasks): AlphaPlane {
  throw new Error('rasterise: not built yet');
}
