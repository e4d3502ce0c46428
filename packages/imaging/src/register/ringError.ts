import type { Level } from './pyramid.ts';
import type { Fit } from './refineWarp.ts';
import { atLevel, warpPlane } from './warp.ts';

export type RingError = {
  /** Mean difference of the ring's luma, gain and offset taken out, in 8-bit steps. */
  readonly steps: number;
  /** −1…1: how alike the ring's detail is; near 1 also where there is none to compare. */
  readonly likeness: number;
};

/** Detail is what differs from the mean of so many pixels to each side. */
const detailPx = 4;
/** Variance of detail, in steps², below which there is nothing to compare. */
const flatVariance = 3;

/** What is left once a fit has been made: of a ring that came back as it was sent, next to nothing. */
export function ringError(level: Level, { warp, gain, offset }: Fit): RingError {
  const moved = warpPlane(level.returned, level, atLevel(warp, level.factor));
  const other = moved.map((value) => gain * value + offset);
  const detail = [detailOf(level.kept, level), detailOf(other, level)] as const;
  let [count, off, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let i = 0; i < other.length; i += 1) {
    if (level.ring[i] !== 1) continue;
    const [a, b] = [detail[0][i] ?? 0, detail[1][i] ?? 0];
    count += 1;
    off += Math.abs((other[i] ?? 0) - (level.kept[i] ?? 0));
    aa += a * a;
    bb += b * b;
    ab += a * b;
  }
  const n = Math.max(1, count);
  const flat = flatVariance * n;
  return { steps: off / n, likeness: (ab + flat) / (Math.sqrt(aa * bb) + flat) };
}

/** The plane less its mean in a square around each pixel, by sums that run along. */
function detailOf(plane: Float32Array, { width, height }: Level): Float32Array {
  const size = { width, height };
  const across = runningMean(plane, size, [1, width]);
  const mean = runningMean(across, { width: height, height: width }, [width, 1]);
  return plane.map((value, i) => value - (mean[i] ?? 0));
}

/** Along lines of `width` samples `step` apart; there are `height` of them, `lineStep` apart. */
function runningMean(
  plane: Float32Array,
  { width, height }: { readonly width: number; readonly height: number },
  [step, lineStep]: readonly [number, number],
): Float32Array {
  const out = new Float32Array(plane.length);
  for (let line = 0; line < height; line += 1) {
    const start = line * lineStep;
    let [sum, count] = [0, 0];
    for (let x = -detailPx; x < width; x += 1) {
      const [enters, leaves] = [x + detailPx, x - detailPx - 1];
      if (enters < width) {
        sum += plane[start + enters * step] ?? 0;
        count += 1;
      }
      if (leaves >= 0) {
        sum -= plane[start + leaves * step] ?? 0;
        count -= 1;
      }
      if (x >= 0) out[start + x * step] = sum / count;
    }
  }
  return out;
}
