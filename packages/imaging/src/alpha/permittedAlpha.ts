import {
  boundsOfRegion,
  inflateRect,
  intersectRects,
  type PixelRect,
  type PixelSize,
  type Region,
} from '@pinpaint/domain';
import { type AlphaPlane, alphaOver, makeAlpha, trimAlpha } from './alphaPlane.ts';
import { growAndFeather } from './growAndFeather.ts';
import { type RegionMasks, rasterise } from './rasterise.ts';
import { takeOutLocks } from './takeOutLocks.ts';

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
 * locks; trimmed to what is not 0. A region of kind `none` is the whole frame and neither grows nor fades.
 *
 * @returns null when nothing may change: an empty region, one outside the bounds, or as good as all of it locked.
 * @throws RangeError for a region that is still a bare point.
 */
export function permittedAlpha({ region, locks, masks, ...request }: PermittedRequest): AlphaPlane | null {
  const alpha =
    region.kind === 'none'
      ? makeAlpha(request.bounds, 255)
      : grown({ region, masks: masks ?? new Map(), ...request });
  if (!alpha || isLocked({ region, locks, masks }, alpha.rect)) return null;
  takeOutLocks(alpha, locks, masks);
  return trimAlpha(alpha);
}

/** How far a region is grown unless told otherwise: 2 % of its bounds' shorter side, at least 4 px. */
export function defaultGrowPx(bounds: PixelSize): number {
  return Math.max(4, Math.round(0.02 * Math.min(bounds.width, bounds.height)));
}

type GrowRequest = Omit<PermittedRequest, 'locks'> & { readonly masks: RegionMasks };

type Locked = Pick<PermittedRequest, 'region' | 'locks'> & { readonly masks: RegionMasks | undefined };

/** What is left of a region in a lock is the sliver by which it grows beyond: nobody meant that. */
function isLocked({ region, locks, masks }: Locked, rect: PixelRect): boolean {
  if (region.kind === 'none' || locks.length === 0) return false;
  const own = rasterise(region, rect, masks);
  const all = sumOf(own.data);
  takeOutLocks(own, locks, masks);
  return sumOf(own.data) < leastFree * all;
}

function sumOf(data: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < data.length; i += 1) sum += data[i] ?? 0;
  return sum;
}

/** Worked out also for what lies just outside the frame: a region cut by the edge grows as a whole one. */
function grown({ region, bounds, masks, ...request }: GrowRequest): AlphaPlane | null {
  const regionBounds = boundsOfRegion(region);
  if (!regionBounds) return null;
  const growPx = request.growPx ?? defaultGrowPx(regionBounds);
  const featherPx = request.featherPx ?? growPx;
  const reachPx = Math.ceil(growPx) + 1;
  const work = intersectRects(inflateRect(regionBounds, reachPx), inflateRect(bounds, reachPx));
  const inFrame = work && intersectRects(work, bounds);
  if (!work || !inFrame) return null;
  const alpha = growAndFeather(rasterise(region, work, masks), { growPx, featherPx });
  return alphaOver(alpha, inFrame);
}

/** Of a region: with less left, a wish is about what is locked. */
const leastFree = 0.05;
