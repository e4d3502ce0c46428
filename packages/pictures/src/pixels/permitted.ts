import type { PixelRect, Region } from '@pinpaint/domain';
import { type AlphaPlane, permittedAlpha, permittedForExtend } from '@pinpaint/imaging';
import { type MaskFiles, readableLocks, readableRegion, unpackMasks } from './masks.ts';

export type PermittedWish = {
  readonly region: Region;
  readonly locks: readonly Region[];
  /** What the picture covers; for an extend, what it will cover. */
  readonly bounds: PixelRect;
  /** What has pixels already; with other bounds it is an extend, and the region, where there is one, a hole besides. */
  readonly existing: PixelRect;
  readonly growPx: number | null;
  readonly featherPx: number | null;
  readonly masks: MaskFiles;
};

/** null: nothing may change, for the region is empty or everything in it is locked. */
export async function permitted(wish: PermittedWish): Promise<AlphaPlane | null> {
  const masks = await unpackMasks([wish.region, ...wish.locks], wish.masks);
  const region = readableRegion(wish.region, masks);
  const locks = readableLocks(wish.locks, masks);
  const { bounds, existing, growPx, featherPx } = wish;
  if (!region) return null;
  const drawn = {
    region,
    locks,
    masks,
    ...(growPx === null ? {} : { growPx }),
    ...(featherPx === null ? {} : { featherPx }),
  };
  if (isSameRect(bounds, existing)) return permittedAlpha({ ...drawn, bounds });
  const hole = region.kind === 'none' ? null : permittedAlpha({ ...drawn, bounds: existing });
  return permittedForExtend({ masterBounds: existing, newBounds: bounds, locks, masks, hole });
}

function isSameRect(a: PixelRect, b: PixelRect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
