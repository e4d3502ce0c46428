import { err, ok, type PixelSize, type Result } from '@pinpaint/domain';
import type { Picture } from '../picture/picture.ts';
import { coarseWarps } from './coarseWarps.ts';
import { type Level, pyramidOf } from './pyramid.ts';
import { type Fit, meanError, refineWarp } from './refineWarp.ts';
import { resamplePlane } from './resamplePlane.ts';
import { type RingError, ringError } from './ringError.ts';
import { atLevel, mapOf, unmoved, type Warp, warpPlane } from './warp.ts';

export type RegisterRequest = {
  /** The crop as it was sent. */
  readonly kept: Picture;
  /** What came back, of any size. */
  readonly returned: Picture;
  /** Of the crop's size; not 0 where the picture was to stay as it is. */
  readonly ring: Uint8Array;
};

export type Registration = RingError & { readonly warp: Warp };

export type NotRegistered = RingError & { readonly code: 'picture.not-registered'; readonly warp: Warp };

/**
 * What may be left on the ring, and how far a picture may have moved. Crops of the six fixtures, moved, made brighter,
 * grained and packed as JPEG: at most 2.3 steps, likeness at least .63 (a grey sky; .9 where there is anything to see).
 * Turned by 4° or another place of the picture: likeness at most .43, or moved too far.
 */
const registrationLimits = {
  steps: 12,
  likeness: 0.52,
  shiftPx: 16,
  /** Of the side; for crops so large that a model's own pixels are several of theirs. */
  shiftShare: 0.012,
  scale: 0.035,
} as const;

/**
 * Finds how a picture that came back from a model lies over the crop that it was given, by what was to stay as it is:
 * a model returns other sizes, and its pictures lie a few pixels off. A coarse search, then Gauss–Newton, from coarse
 * to fine; good to a tenth of a pixel where there is anything to see on the ring.
 */
export function registerOnRing({
  kept,
  returned,
  ring,
}: RegisterRequest): Result<Registration, NotRegistered> {
  const levels = pyramidOf(wholeLevel({ kept, returned, ring }));
  const [coarsest] = levels;
  const finest = levels.at(-1);
  if (!coarsest || !finest) throw new Error('A pyramid has a level');
  const starts = coarseWarps(coarsest).map((warp) => refineWarp(coarsest, { warp, gain: 1, offset: 0 }));
  const start = starts.reduce((best, one) => (leftOf(coarsest, one) < leftOf(coarsest, best) ? one : best));
  const fit = levels.slice(1).reduce((found, level) => refineWarp(level, found), start);
  const moved = { warp: fit.warp, ...ringError(finest, fit) };
  const stayed = { warp: unmoved, ...ringError(finest, unmovedFit(finest)) };
  const found = stayed.steps <= likelyAsGood * moved.steps + grainSteps ? stayed : moved;
  return isAccepted(found, kept) ? ok(found) : err({ code: 'picture.not-registered', ...found });
}

/**
 * Where there is little on the ring to hold it (a packshot on plain paper), a warp follows the grain. What fits hardly
 * better than where the picture lies anyhow is no reason to move it; with anything to see, it fits several times better.
 */
const [likelyAsGood, grainSteps] = [1.1, 0.3] as const;

/** Where it lies, as bright as fits best (least squares). */
function unmovedFit({ kept, returned, ring }: Level): Fit {
  let [count, sumOf, sumTo, ofOf, ofTo] = [0, 0, 0, 0, 0];
  for (let i = 0; i < ring.length; i += 1) {
    if (ring[i] !== 1) continue;
    const [of, to] = [returned[i] ?? 0, kept[i] ?? 0];
    count += 1;
    sumOf += of;
    sumTo += to;
    ofOf += of * of;
    ofTo += of * to;
  }
  const n = Math.max(1, count);
  const variance = ofOf / n - (sumOf / n) ** 2;
  const gain = variance < 1 ? 1 : (ofTo / n - (sumOf / n) * (sumTo / n)) / variance;
  return { warp: unmoved, gain, offset: sumTo / n - (gain * sumOf) / n };
}

function wholeLevel({ kept, returned, ring }: RegisterRequest): Level {
  const size = { width: kept.width, height: kept.height };
  const map = mapOf(unmoved, size, returned);
  return {
    ...size,
    factor: 1,
    kept: lumaSteps(kept),
    returned: resamplePlane({ ...lumaSize(returned), data: lumaSteps(returned) }, size, map),
    ring: ring.map((value) => (value === 0 ? 0 : 1)),
  };
}

function lumaSize({ width, height }: PixelSize) {
  return { width, height, channels: 1 };
}

/** Rec. 709 luma of encoded samples, in steps of 8 bits. */
function lumaSteps({ width, height, channels, depth, data }: Picture): Float32Array {
  const luma = new Float32Array(width * height);
  const unit = depth === 8 ? 1 : 1 / 257;
  for (let i = 0, at = 0; i < luma.length; i += 1, at += channels) {
    const value = 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
    luma[i] = unit * value;
  }
  return luma;
}

function leftOf(level: Level, fit: Fit): number {
  return meanError(level, warpPlane(level.returned, level, atLevel(fit.warp, level.factor)), fit);
}

function isAccepted({ warp, steps, likeness }: Registration, { width, height }: PixelSize): boolean {
  const limits = registrationLimits;
  const mostPx = Math.max(limits.shiftPx, limits.shiftShare * Math.max(width, height));
  const moved = Math.max(Math.abs(warp.shiftX), Math.abs(warp.shiftY));
  const scaled = Math.max(Math.abs(warp.scaleX - 1), Math.abs(warp.scaleY - 1));
  return steps <= limits.steps && likeness >= limits.likeness && moved <= mostPx && scaled <= limits.scale;
}
