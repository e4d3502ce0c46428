import type { Look } from './look.ts';

/** How often each colour is seen in what is not the thing: a density over lightness × tint. */
export type Surroundings = (lightness: number, tintA: number, tintB: number) => number;

const cells = 40;
const cellSize = 0.03;
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
  const blurred = blur(blur(counts));
  const unseen = unseenShare / (cells * cellSize) ** 2;
  const unit = ((1 - unseenShare) * levels) / (total * cellSize * cellSize);
  return (lightness, tintA, tintB) => unseen + unit * (blurred[cellOf(lightness, tintA, tintB)] ?? 0);
}

function cellOf(lightness: number, tintA: number, tintB: number): number {
  const level = Math.min(levels - 1, Math.max(0, Math.floor(lightness * levels)));
  return (level * cells + tintCell(tintA)) * cells + tintCell(tintB);
}

function tintCell(value: number): number {
  return Math.min(cells - 1, Math.max(0, Math.floor(value / cellSize + cells / 2)));
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
