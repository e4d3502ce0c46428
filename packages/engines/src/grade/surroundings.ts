import type { Look } from './look.ts';

/** How often each colour is seen in what is not the thing: a density over lightness × tint. */
export type Surroundings = (lightness: number, tintA: number, tintB: number) => number;

/** Cells are finer among pale tints, where things differ by less: equal steps of asinh(tint / paleTint). */
const cells = 48;
const paleTint = 0.09;
const largestTint = 0.6;
const cellStep = (2 * Math.asinh(largestTint / paleTint)) / cells;
const levels = 16;
/** Of colours never seen there: things hidden in the region that are neither the thing nor its surroundings. */
const unseenShare = 0.15;

/** @param weights how much each pixel of the look is not the thing, 0…1 */
export function surroundings(look: Look, weights: Float32Array): Surroundings {
  const counts = new Float32Array(levels * cells * cells);
  let total = 1;
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i] ?? 0;
    if (weight === 0) continue;
    const cell = cellOf(look.lightness[i] ?? 0, look.tintA[i] ?? 0, look.tintB[i] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + weight;
    total += weight;
  }
  const density = blur(blur(counts));
  const unseen = unseenShare / (2 * largestTint) ** 2;
  const unit = ((1 - unseenShare) * levels) / total;
  for (let cell = 0; cell < density.length; cell += 1) {
    const size = cellSize(Math.floor(cell / cells) % cells) * cellSize(cell % cells);
    density[cell] = unseen + (unit / size) * (density[cell] ?? 0);
  }
  return (lightness, tintA, tintB) => density[cellOf(lightness, tintA, tintB)] ?? unseen;
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

/** How much of the tint's axis a cell covers. */
function cellSize(cell: number): number {
  return cellStep * paleTint * Math.cosh((cell + 0.5 - cells / 2) * cellStep);
}

/** A quarter to each side, along each axis in turn. */
function blur(counts: Float32Array): Float32Array {
  let from = counts;
  for (const [step, length] of [
    [cells * cells, levels],
    [cells, cells],
    [1, cells],
  ] as const) {
    const to = new Float32Array(from.length);
    for (let i = 0; i < from.length; i += 1) {
      const at = Math.floor(i / step) % length;
      const here = from[i] ?? 0;
      const below = at > 0 ? (from[i - step] ?? 0) : here;
      const above = at < length - 1 ? (from[i + step] ?? 0) : here;
      to[i] = here / 2 + (below + above) / 4;
    }
    from = to;
  }
  return from;
}
