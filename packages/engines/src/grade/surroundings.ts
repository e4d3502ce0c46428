import type { Look } from './look.ts';

/** log of a density over lightness × tint. */
export type LogDensity = (lightness: number, tintA: number, tintB: number) => number;

/** Cells are finer among pale tints, where things differ by less: equal steps of asinh(tint / paleTint). */
const cells = 48;
const paleTint = 0.09;
const largestTint = 0.6;
const cellStep = (2 * Math.asinh(largestTint / paleTint)) / cells;
const levels = 16;
/** Of colours never seen there: things hidden in the region that are neither the thing nor its surroundings. */
const unseenShare = 0.15;

/**
 * How often each colour is seen in what is not the thing.
 *
 * @param weights how much each pixel of the look is not the thing, 0…1
 */
export function surroundings(look: Look, weights: Float32Array): LogDensity {
  const counts = new Float32Array(levels * cells * cells);
  let total = 1;
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i] ?? 0;
    if (weight === 0) continue;
    const cell = cellOf(look.lightness[i] ?? 0, look.tintA[i] ?? 0, look.tintB[i] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + weight;
    total += weight;
  }
  const density = blurred(counts);
  const unseen = unseenShare / (2 * largestTint) ** 2;
  const unit = ((1 - unseenShare) * levels) / total;
  const never = Math.log(unseen);
  for (let cell = 0; cell < density.length; cell += 1) {
    const seen = density[cell] ?? 0;
    const size = (cellSizes[Math.floor(cell / cells) % cells] ?? 1) * (cellSizes[cell % cells] ?? 1);
    density[cell] = seen === 0 ? never : Math.log(unseen + (unit / size) * seen);
  }
  return (lightness, tintA, tintB) => density[cellOf(lightness, tintA, tintB)] ?? 0;
}

function cellOf(lightness: number, tintA: number, tintB: number): number {
  const level = Math.min(levels - 1, Math.max(0, Math.floor(lightness * levels)));
  return (level * cells + tintCell(tintA)) * cells + tintCell(tintB);
}

function tintCell(tint: number): number {
  const at = Math.round((tint / largestTint + 1) * halfTable);
  return cellTable[Math.min(2 * halfTable, Math.max(0, at))] ?? 0;
}

/** The cells of tints from −largestTint to largestTint: asinh is slow, and asked a million times. */
const halfTable = 2048;
const cellTable = Uint8Array.from({ length: 2 * halfTable + 1 }, (_, i) => {
  const tint = (i / halfTable - 1) * largestTint;
  return Math.min(cells - 1, Math.floor(Math.asinh(tint / paleTint) / cellStep + cells / 2));
});

/** How much of the tint's axis each cell covers. */
const cellSizes = Float32Array.from(
  { length: cells },
  (_, cell) => cellStep * paleTint * Math.cosh((cell + 0.5 - cells / 2) * cellStep),
);

/** 1 4 6 4 1 along each axis in turn; at the ends the last cell goes on. */
function blurred(counts: Float32Array): Float32Array {
  const [once, twice] = [new Float32Array(counts.length), new Float32Array(counts.length)];
  blurAlong(counts, once, cells * cells, levels);
  blurAlong(once, twice, cells, cells);
  blurAlong(twice, once, 1, cells);
  return once;
}

function blurAlong(from: Float32Array, to: Float32Array, step: number, length: number): void {
  const block = step * length;
  for (let start = 0; start < from.length; start += block) {
    for (let k = 0; k < length; k += 1) {
      const far = start + Math.max(0, k - 2) * step;
      const below = start + Math.max(0, k - 1) * step;
      const here = start + k * step;
      const above = start + Math.min(length - 1, k + 1) * step;
      const farAbove = start + Math.min(length - 1, k + 2) * step;
      for (let j = 0; j < step; j += 1) {
        const sides = (from[below + j] ?? 0) + (from[above + j] ?? 0);
        const ends = (from[far + j] ?? 0) + (from[farAbove + j] ?? 0);
        to[here + j] = (6 * (from[here + j] ?? 0) + 4 * sides + ends) / 16;
      }
    }
  }
}
