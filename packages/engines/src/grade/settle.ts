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
  const bond = (dx: number, dy: number): Float32Array => {
    const bonds = new Float32Array(width * height);
    const near = pull / Math.sqrt(dx * dx + dy * dy);
    for (let y = 0; y < height - dy; y += 1) {
      for (let x = Math.max(0, -dx); x < width - Math.max(0, dx); x += 1) {
        const i = y * width + x;
        const j = i + dy * width + dx;
        const l = ((lightness[i] ?? 0) - (lightness[j] ?? 0)) / lightnessStep;
        const a = ((tintA[i] ?? 0) - (tintA[j] ?? 0)) / tintStep;
        const b = ((tintB[i] ?? 0) - (tintB[j] ?? 0)) / tintStep;
        // A Lorentzian: as good as a Gaussian here, and a tenth of its cost.
        const apart = 1 + (l * l + a * a + b * b) / 2;
        bonds[i] = near / (apart * apart);
      }
    }
    return bonds;
  };
  return [bond(1, 0), bond(0, 1), bond(1, 1), bond(-1, 1)];
}

/**
 * Lets every pixel's likeness be talked over with its neighbours (mean field of a pairwise Markov random
 * field, swept to and fro). Pixels amid neighbours that all think alike, and strongly, are not asked again.
 *
 * @returns how surely each pixel is the thing, 0…1
 */
export function settle(votes: Float32Array, bonds: Bonds, size: PixelSize, sweeps: number): Float32Array {
  const sure = votes.map(logistic);
  const open = undecided(votes, size);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (let k = 0; k < open.length; k += 1) {
      const i = open[sweep % 2 === 0 ? k : open.length - 1 - k] ?? 0;
      sure[i] = logistic((votes[i] ?? 0) + pullOn(sure, bonds, size.width, i));
    }
  }
  return sure;
}

/** Pixels that, or one of whose neighbours, could still change sides. */
function undecided(votes: Float32Array, { width }: PixelSize): Int32Array {
  const open = new Int32Array(votes.length);
  let count = 0;
  for (let i = 0; i < votes.length; i += 1) {
    const vote = votes[i] ?? 0;
    const low = Math.min(
      vote,
      votes[i - 1] ?? vote,
      votes[i + 1] ?? vote,
      votes[i - width] ?? vote,
      votes[i + width] ?? vote,
    );
    const high = Math.max(
      vote,
      votes[i - 1] ?? vote,
      votes[i + 1] ?? vote,
      votes[i - width] ?? vote,
      votes[i + width] ?? vote,
    );
    if (low >= firm || high <= -firm) continue;
    open[count] = i;
    count += 1;
  }
  return open.subarray(0, count);
}

/** Bonds over an edge of the picture are 0, so that whatever is read there counts for nothing. */
function pullOn(
  sure: Float32Array,
  [right, below, belowRight, belowLeft]: Bonds,
  width: number,
  i: number,
): number {
  return (
    (right[i] ?? 0) * side(sure, i + 1) +
    (right[i - 1] ?? 0) * side(sure, i - 1) +
    (below[i] ?? 0) * side(sure, i + width) +
    (below[i - width] ?? 0) * side(sure, i - width) +
    (belowRight[i] ?? 0) * side(sure, i + width + 1) +
    (belowRight[i - width - 1] ?? 0) * side(sure, i - width - 1) +
    (belowLeft[i] ?? 0) * side(sure, i + width - 1) +
    (belowLeft[i - width + 1] ?? 0) * side(sure, i - width + 1)
  );
}

function side(sure: Float32Array, i: number): number {
  return 2 * (sure[i] ?? 0.5) - 1;
}

/** 1 / (1 + e^−x), from a table. */
function logistic(value: number): number {
  return logistics[Math.min(2047, Math.max(0, Math.round(value * 64 + 1024)))] ?? 0.5;
}

const logistics = Float32Array.from({ length: 2048 }, (_, i) => 1 / (1 + Math.exp((1024 - i) / 64)));
