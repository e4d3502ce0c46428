import type { Level } from './pyramid.ts';
import { solveLinear } from './solveLinear.ts';
import { atLevel, type Warp, warpPlane } from './warp.ts';

/** How bright what came back is against what was sent: sent ≈ gain × returned + offset. */
export type Fit = { readonly warp: Warp; readonly gain: number; readonly offset: number };

const [mostSteps, enoughPx] = [14, 0.003];
/** Below this slope, in steps a pixel, there is only noise, and nothing says where the picture lies. */
const noiseSlope = 0.25;
/** What a pixel may be off, in steps, before it counts for less: some of the ring is never as it was. */
const leastScale = 1;

/**
 * Gauss–Newton on the ring (Lucas and Kanade 1981), for place, scale, gain and offset at once. Each pixel's say falls
 * with its error (Cauchy's weights), so that what a model has painted anew doesn't pull.
 */
export function refineWarp(level: Level, start: Fit): Fit {
  let fit: Fit = { ...start, warp: atLevel(start.warp, level.factor) };
  for (let step = 0; step < mostSteps; step += 1) {
    const moved = warpPlane(level.returned, level, fit.warp);
    const sums = sumNormals(level, moved, fit);
    const change = sums && solveLinear(sums.matrix, sums.right);
    if (!change) break;
    fit = moveBy(fit, change, level);
    if (change.subarray(0, 4).every((by) => Math.abs(by) * level.factor < enoughPx)) break;
  }
  return { ...fit, warp: atLevel(fit.warp, 1 / level.factor) };
}

/** Right, its growth at the right end, down, its growth at the bottom, gain, offset. */
const unknowns = 6;

type Normals = { readonly matrix: Float64Array; readonly right: Float64Array };

function sumNormals(level: Level, moved: Float32Array, { warp, gain, offset }: Fit): Normals | null {
  const { width, height, kept, ring } = level;
  const softness = Math.max(leastScale, meanError(level, moved, { gain, offset }));
  const sums = {
    matrix: new Float64Array(unknowns * unknowns),
    right: new Float64Array(unknowns),
    row: new Float64Array(unknowns),
  };
  let count = 0;
  for (let y = 2; y < height - 2; y += 1) {
    const fromMiddleY = (2 * y + 1) / height - 1;
    if (isOutside(fromMiddleY, [warp.scaleY, warp.shiftY, height])) continue;
    for (let x = 2, i = y * width + 2; x < width - 2; x += 1, i += 1) {
      if (ring[i] !== 1) continue;
      const fromMiddleX = (2 * x + 1) / width - 1;
      if (isOutside(fromMiddleX, [warp.scaleX, warp.shiftX, width])) continue;
      const value = moved[i] ?? 0;
      const error = gain * value + offset - (kept[i] ?? 0);
      const slopeX = (gain * ((moved[i + 1] ?? 0) - (moved[i - 1] ?? 0))) / (2 * warp.scaleX);
      const slopeY = (gain * ((moved[i + width] ?? 0) - (moved[i - width] ?? 0))) / (2 * warp.scaleY);
      const { row } = sums;
      row[0] = slopeX;
      row[1] = slopeX * fromMiddleX;
      row[2] = slopeY;
      row[3] = slopeY * fromMiddleY;
      row[4] = (value - 128) / 128;
      row[5] = 1;
      addRow(sums, error, 1 / (1 + (error / softness) ** 2));
      count += 1;
    }
  }
  if (count < 100) return null;
  damp(sums.matrix, count);
  return sums;
}

/** Nothing came back of it: what is there are copies of the last row. */
function isOutside(fromMiddle: number, [scale, shift, length]: readonly [number, number, number]): boolean {
  const at = (scale * fromMiddle + 1) * (length / 2) + shift;
  return at < 2 || at > length - 2;
}

function addRow(
  { matrix, right, row }: Normals & { readonly row: Float64Array },
  error: number,
  weight: number,
): void {
  for (let j = 0; j < unknowns; j += 1) {
    const weighted = weight * (row[j] ?? 0);
    right[j] = (right[j] ?? 0) - weighted * error;
    for (let k = 0; k < unknowns; k += 1) {
      matrix[j * unknowns + k] = (matrix[j * unknowns + k] ?? 0) + weighted * (row[k] ?? 0);
    }
  }
}

/** Where nothing says how far to go, nothing moves. */
function damp(matrix: Float64Array, count: number): void {
  for (let j = 0; j < unknowns; j += 1) {
    const least = j < 4 ? noiseSlope * noiseSlope * 0.1 : 1e-3;
    matrix[j * (unknowns + 1)] = (matrix[j * (unknowns + 1)] ?? 0) + least * count;
  }
}

/** The mean of what the ring's pixels are off, in steps. */
export function meanError(
  { width, kept, ring }: Level,
  moved: Float32Array,
  { gain, offset }: Pick<Fit, 'gain' | 'offset'>,
): number {
  let [sum, count] = [0, 0];
  for (let i = 2 * width; i < ring.length - 2 * width; i += 1) {
    if (ring[i] !== 1) continue;
    sum += Math.abs(gain * (moved[i] ?? 0) + offset - (kept[i] ?? 0));
    count += 1;
  }
  return sum / Math.max(1, count);
}

function moveBy({ warp, gain, offset }: Fit, change: Float64Array, { width, height }: Level): Fit {
  const [right = 0, wider = 0, down = 0, higher = 0, gainBy = 0, offsetBy = 0] = change;
  return {
    warp: {
      scaleX: warp.scaleX + (2 * wider) / width,
      scaleY: warp.scaleY + (2 * higher) / height,
      shiftX: warp.shiftX + right,
      shiftY: warp.shiftY + down,
    },
    gain: gain + gainBy / 128,
    offset: offset + offsetBy - gainBy,
  };
}
