import type { PixelSize } from '@pinpaint/domain';
import type { Look } from './look.ts';

/** How alike each pixel is to its right, lower, lower right and lower left neighbour, times `pull`. */
export type Bonds = readonly [Float32Array, Float32Array, Float32Array, Float32Array];

/** How strongly a neighbour of the same colour draws a pixel to its own side; in units of likeness. */
const pull = 1.3;
/** Tints this far apart belong to two things. */
const tintStep = 0.06;
const lightnessStep = 0.1;
/** A likeness of this much is not questioned where all four neighbours share it. */
const firm = 2.2;

export function bondsOf({ width, height, lightness, tintA, tintB }: Look): Bonds {
  const perTint = 1 / tintStep;
  const perLightness = 1 / lightnessStep;
  const bond = (dx: number, dy: number): Float32Array => {
    const bonds = new Float32Array(width * height);
    const near = pull / Math.sqrt(dx * dx + dy * dy);
    const step = dy * width + dx;
    for (let y = 0; y < height - dy; y += 1) {
      const end = (y + 1) * width - Math.max(0, dx);
      for (let i = y * width + Math.max(0, -dx); i < end; i += 1) {
        const l = ((lightness[i] ?? 0) - (lightness[i + step] ?? 0)) * perLightness;
        const a = ((tintA[i] ?? 0) - (tintA[i + step] ?? 0)) * perTint;
        const b = ((tintB[i] ?? 0) - (tintB[i + step] ?? 0)) * perTint;
        // A Lorentzian: as good as a Gaussian here, and a tenth of its cost.
        const apart = 1 + (l * l + a * a + b * b) / 2;
        bonds[i] = near / (apart * apart);
      }
    }
    return bonds;
  };
  return [bond(1, 0), bond(0, 1), bond(1, 1), bond(-1, 1)];
}

/** How surely each pixel is on the thing's side, −1…1. */
export type Sides = Float32Array;

/**
 * Lets every pixel's likeness be talked over with its neighbours (mean field of a pairwise Markov random
 * field, swept to and fro). Pixels amid neighbours that all think alike, and strongly, are not asked again.
 *
 * @param from where the talk was left before; null at first
 */
export function settle(votes: Float32Array, bonds: Bonds, size: PixelSize, { sweeps, from }: Talk): Sides {
  const sides = new Float32Array(votes.length);
  for (let i = 0; i < sides.length; i += 1) sides[i] = sideOf(votes[i] ?? 0);
  const open = undecided(votes, size);
  if (from) for (const i of open) sides[i] = from[i] ?? 0;
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    if (sweep > 0) open.reverse();
    ask(open, votes, bonds, { sides, width: size.width });
  }
  return sides;
}

export type Talk = { readonly sweeps: number; readonly from: Sides | null };

type State = { readonly sides: Sides; readonly width: number };

/** Bonds over an edge of the picture are 0, so that whatever is read there counts for nothing. */
function ask(
  open: Int32Array,
  votes: Float32Array,
  [right, below, belowRight, belowLeft]: Bonds,
  { sides, width }: State,
): void {
  for (let k = 0; k < open.length; k += 1) {
    const i = open[k] ?? 0;
    const up = i - width;
    const down = i + width;
    const pulled =
      (right[i] ?? 0) * (sides[i + 1] ?? 0) +
      (right[i - 1] ?? 0) * (sides[i - 1] ?? 0) +
      (below[i] ?? 0) * (sides[down] ?? 0) +
      (below[up] ?? 0) * (sides[up] ?? 0) +
      (belowRight[i] ?? 0) * (sides[down + 1] ?? 0) +
      (belowRight[up - 1] ?? 0) * (sides[up - 1] ?? 0) +
      (belowLeft[i] ?? 0) * (sides[down - 1] ?? 0) +
      (belowLeft[up + 1] ?? 0) * (sides[up + 1] ?? 0);
    sides[i] = sideOf((votes[i] ?? 0) + pulled);
  }
}

/** Pixels that, or one of whose neighbours, could still change sides. */
function undecided(votes: Float32Array, { width }: PixelSize): Int32Array {
  const open = new Int32Array(votes.length);
  let count = 0;
  for (let i = 0; i < votes.length; i += 1) {
    const vote = votes[i] ?? 0;
    const left = votes[i - 1] ?? vote;
    const right = votes[i + 1] ?? vote;
    const above = votes[i - width] ?? vote;
    const below = votes[i + width] ?? vote;
    if (Math.min(vote, left, right, above, below) >= firm) continue;
    if (Math.max(vote, left, right, above, below) <= -firm) continue;
    open[count] = i;
    count += 1;
  }
  return open.subarray(0, count);
}

/** tanh(x / 2), from a table: 2 / (1 + e^−x) − 1. */
function sideOf(value: number): number {
  return sideTable[Math.min(2047, Math.max(0, Math.round(value * 64 + 1024)))] ?? 0;
}

const sideTable = Float32Array.from({ length: 2048 }, (_, i) => Math.tanh((i - 1024) / 128));
