import type { Region } from '@pinpaint/domain';
import type { RegionMasks } from '@pinpaint/imaging';
import { decodeAlpha } from '../wire/encodeAlpha.ts';

/** PNG files of raster regions, by digest. */
export type MaskFiles = ReadonlyMap<string, Uint8Array>;

/** The samples of all raster regions among these whose file is there and of the region's size. */
export async function unpackMasks(regions: readonly Region[], files: MaskFiles): Promise<RegionMasks> {
  const masks = new Map<string, Uint8Array>();
  for (const region of regions) {
    const file = region.kind === 'raster' ? files.get(region.mask) : undefined;
    if (region.kind !== 'raster' || !file) continue;
    const plane = await decodeAlpha(file, region.rect);
    if (plane.ok) masks.set(region.mask, plane.value.data);
  }
  return masks;
}

/** A region whose mask can't be read covers nothing. */
export function readableRegion(region: Region, masks: RegionMasks): Region | null {
  return region.kind !== 'raster' || masks.has(region.mask) ? region : null;
}

/** A lock whose mask can't be read holds its whole rectangle: a lock always wins. */
export function readableLocks(locks: readonly Region[], masks: RegionMasks): readonly Region[] {
  return locks.map((lock) => readableRegion(lock, masks) ?? rectangleOf(lock));
}

function rectangleOf(region: Region): Region {
  return region.kind === 'raster' ? { kind: 'rectangle', ...region.rect } : region;
}
