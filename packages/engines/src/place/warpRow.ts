import type { SurfaceMap } from '@pinpaint/domain';
import type { ArtworkLevel } from './artworkLevels.ts';

/** A stretch of a row of the crop. `left` is its first pixel. */
export type RowSpan = { readonly y: number; readonly left: number; readonly right: number };

export type Warp = {
  readonly map: SurfaceMap;
  readonly levels: readonly ArtworkLevel[];
  /** Artwork coordinates of the corners of a row's pixels, above and below: one more than pixels, u and v. */
  readonly above: Float64Array;
  readonly below: Float64Array;
};

export function makeWarp(map: SurfaceMap, levels: readonly ArtworkLevel[], widthPx: number): Warp {
  const corners = (widthPx + 1) * 2;
  return { map, levels, above: new Float64Array(corners), below: new Float64Array(corners) };
}

/** Samples a side of a pixel that an edge of the artwork goes through: 64 steps from nothing to all. */
const edgeSamples = 8;
/** Inside, where the next smaller level takes over from more samples. */
const mostSamples = 4;

/**
 * The artwork as it lies in a row: RGBA, linear light times alpha, 0…1. A pixel is the mean over its area, edges too.
 * Within one the way to the artwork is straight enough, so it is asked for only at the corners.
 */
export function warpRow(warp: Warp, { y, left, right }: RowSpan, to: Float32Array): void {
  const { map, above, below } = warp;
  traceCorners(map, y, left, right, above);
  traceCorners(map, y + 1, left, right, below);
  for (let k = 0; k < right - left; k += 1) warpPixel(warp, k * 2, to, k * 4);
}

const uv = new Float64Array(2);

function traceCorners(map: SurfaceMap, y: number, left: number, right: number, to: Float64Array): void {
  for (let x = left, k = 0; x <= right; x += 1, k += 2) {
    map.toArtwork(x, y, uv);
    to[k] = uv[0] ?? 0;
    to[k + 1] = uv[1] ?? 0;
  }
}

function warpPixel({ levels, above, below }: Warp, k: number, to: Float32Array, at: number): void {
  const u00 = above[k] ?? 0;
  const v00 = above[k + 1] ?? 0;
  const u10 = above[k + 2] ?? 0;
  const v10 = above[k + 3] ?? 0;
  const u01 = below[k] ?? 0;
  const v01 = below[k + 1] ?? 0;
  const u11 = below[k + 2] ?? 0;
  const v11 = below[k + 3] ?? 0;
  const leastU = Math.min(u00, u10, u01, u11);
  const mostU = Math.max(u00, u10, u01, u11);
  const leastV = Math.min(v00, v10, v01, v11);
  const mostV = Math.max(v00, v10, v01, v11);
  to[at] = 0;
  to[at + 1] = 0;
  to[at + 2] = 0;
  to[at + 3] = 0;
  if (!(mostU > 0 && leastU < 1 && mostV > 0 && leastV < 1)) return;
  const whole = levels[0];
  if (!whole) return;
  const across = Math.max(Math.abs(u10 - u00), Math.abs(u01 - u00)) * whole.width;
  const down = Math.max(Math.abs(v10 - v00), Math.abs(v01 - v00)) * whole.height;
  const footprint = Math.max(across, down);
  const isInside = leastU >= 0 && mostU <= 1 && leastV >= 0 && mostV <= 1;
  const n = isInside ? Math.min(mostSamples, Math.max(2, Math.ceil(footprint))) : edgeSamples;
  const fineness = Math.ceil(Math.log2(footprint / (1.5 * mostSamples)));
  const level = levels[Math.min(levels.length - 1, Math.max(0, fineness))] ?? whole;
  sums[0] = 0;
  sums[1] = 0;
  sums[2] = 0;
  sums[3] = 0;
  for (let j = 0; j < n; j += 1) {
    const t = (j + 0.5) / n;
    const leftU = u00 + (u01 - u00) * t;
    const leftV = v00 + (v01 - v00) * t;
    const stepU = u10 + (u11 - u10) * t - leftU;
    const stepV = v10 + (v11 - v10) * t - leftV;
    for (let i = 0; i < n; i += 1) {
      const s = (i + 0.5) / n;
      const u = leftU + stepU * s;
      const v = leftV + stepV * s;
      if (u < 0 || u > 1 || v < 0 || v > 1) continue;
      addBetween(level, u, v);
    }
  }
  const scale = 1 / (65_535 * n * n);
  to[at] = (sums[0] ?? 0) * scale;
  to[at + 1] = (sums[1] ?? 0) * scale;
  to[at + 2] = (sums[2] ?? 0) * scale;
  to[at + 3] = (sums[3] ?? 0) * scale;
}

/** Of the samples of one pixel: red, green, blue, alpha. */
const sums = new Float64Array(4);

/** Bilinear; beyond the outermost samples they repeat, since where the artwork ends is told by `u` and `v` alone. */
function addBetween({ width, height, data }: ArtworkLevel, u: number, v: number): void {
  const x = Math.min(width - 1, Math.max(0, u * width - 0.5));
  const y = Math.min(height - 1, Math.max(0, v * height - 0.5));
  const x0 = x | 0;
  const y0 = y | 0;
  const fx = x - x0;
  const fy = y - y0;
  const a = (y0 * width + x0) * 4;
  const b = x0 + 1 < width ? a + 4 : a;
  const down = y0 + 1 < height ? width * 4 : 0;
  const wa = (1 - fx) * (1 - fy);
  const wb = fx * (1 - fy);
  const wc = (1 - fx) * fy;
  const wd = fx * fy;
  for (let channel = 0; channel < 4; channel += 1) {
    sums[channel] =
      (sums[channel] ?? 0) +
      wa * (data[a + channel] ?? 0) +
      wb * (data[b + channel] ?? 0) +
      wc * (data[a + down + channel] ?? 0) +
      wd * (data[b + down + channel] ?? 0);
  }
}
