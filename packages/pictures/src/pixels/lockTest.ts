import { boundsOfRegion, intersectRects, type PixelRect, type Region } from '@pinpaint/domain';
import { type AlphaPlane, alphaOver, makeAlpha, type RegionMasks, rasterise } from '@pinpaint/imaging';
import { decodeAlpha } from '../wire/encodeAlpha.ts';
import { type MaskFiles, readableLocks, unpackMasks } from './masks.ts';

/** An alpha as it is stored: an 8-bit grey PNG of `rect`'s size. */
export type StoredAlpha = { readonly rect: PixelRect; readonly png: Uint8Array };

export type LockWish = {
  readonly alpha: StoredAlpha;
  readonly locks: readonly Region[];
  readonly masks: MaskFiles;
};

/** Whether an alpha reaches under one of the locks, as soft as its edge may be. */
export async function touchesLock({ alpha, locks, masks: files }: LockWish): Promise<boolean> {
  const plane = await unpackAlpha(alpha);
  const masks = await unpackMasks(locks, files);
  const locked = lockPlane(plane.rect, readableLocks(locks, masks), masks);
  return plane.data.some((value, i) => value > 0 && locked.data[i] !== 0);
}

/** 255 wherever any of the locks touches a pixel at all. */
export function lockPlane(rect: PixelRect, locks: readonly Region[], masks: RegionMasks): AlphaPlane {
  const plane = makeAlpha(rect);
  for (const lock of locks) {
    const bounds = lock.kind === 'none' ? rect : boundsOfRegion(lock);
    const shared = bounds && intersectRects(bounds, rect);
    if (!shared) continue;
    const touched = alphaOver(rasterise(lock, shared, masks), rect);
    for (let i = 0; i < plane.data.length; i += 1) if (touched.data[i] !== 0) plane.data[i] = 255;
  }
  return plane;
}

/** @throws Error when the store has other bytes than were put there: nothing can be decided then. */
export async function unpackAlpha({ rect, png }: StoredAlpha): Promise<AlphaPlane> {
  const plane = await decodeAlpha(png, rect);
  if (!plane.ok) throw new Error(`A stored alpha can't be read: ${plane.error.code}`);
  return plane.value;
}
