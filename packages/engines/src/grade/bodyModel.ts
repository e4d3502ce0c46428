import type { Look } from './look.ts';
import type { LitTint } from './namedTint.ts';
import { blackGuard, greyTint, type Tint, tintLength } from './tint.ts';

/** How a thing's own colour looks from its darkest shade to its brightest light. */
export type BodyModel = {
  /** Tint, spread and share of the thing for each level of lightness, from 0 to 1. */
  readonly levels: readonly BodyLevel[];
  /** Half of the thing's body is darker. OKLab L. */
  readonly median: number;
  /** A tenth is darker, a twentieth is brighter. */
  readonly dark: number;
  readonly bright: number;
  /** Of all the body. */
  readonly tint: Tint;
  readonly isGrey: boolean;
};

/** `aa`, `ab`, `bb`: the inverse covariance of the tint; `density` is that of the thing's lightness here. */
type BodyLevel = Tint & {
  readonly aa: number;
  readonly ab: number;
  readonly bb: number;
  /** log of the peak of lightness × tint density. */
  readonly peak: number;
};

export const bodyLevels = 20;
/** No sensor, no JPEG is better than this; in the dark, as long as nothing is known, more is to be expected. */
const leastSpread = 0.016;
const darkSpread = 0.0035;
/** A level with few pixels leans on the next better known one: as many pixels' worth. */
const leaning = 25;
/** In the dark everything looks alike, so there a level leans more: up to this share of the whole thing. */
const darkLeaning = 0.04;
const darkBelow = 0.25;

/** @param weights how much each pixel of the look is the thing's body, 0…1 */
export function bodyModel(look: Look, weights: Float32Array, meant: LitTint): BodyModel {
  const sums = gather(look, weights);
  const total = sums.reduce((sum, level) => sum + level.weight, 0);
  const means = leanMeans(sums, meant);
  const levels = sums.map((level, i) => {
    const mean = means[i] ?? meant;
    const spread = spreadAround(level, mean, lightnessOfLevel(i));
    const around = [-2, -1, 0, 1, 2].map((d) => (sums[i + d]?.weight ?? 0) * (3 - Math.abs(d)));
    const share = around.reduce((a, b) => a + b, 0) / 9 / Math.max(1, total);
    return {
      ...mean,
      ...inverse(spread),
      peak: Math.log((share * bodyLevels + 0.02) / (2 * Math.PI * Math.sqrt(determinant(spread)))),
    };
  });
  const tint = meanTint(sums, meant);
  return {
    levels,
    tint,
    isGrey: tintLength(tint) < greyTint,
    dark: quantile(look, weights, 0.1),
    median: quantile(look, weights, 0.5),
    bright: quantile(look, weights, 0.95),
  };
}

type LevelSums = { weight: number; a: number; b: number; aa: number; ab: number; bb: number };

function gather({ lightness, tintA, tintB }: Look, weights: Float32Array): LevelSums[] {
  const sums = Array.from({ length: bodyLevels }, () => ({ weight: 0, a: 0, b: 0, aa: 0, ab: 0, bb: 0 }));
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i] ?? 0;
    if (weight === 0) continue;
    const level = sums[levelOf(lightness[i] ?? 0)];
    if (!level) continue;
    const a = tintA[i] ?? 0;
    const b = tintB[i] ?? 0;
    level.weight += weight;
    level.a += weight * a;
    level.b += weight * b;
    level.aa += weight * a * a;
    level.ab += weight * a * b;
    level.bb += weight * b * b;
  }
  return sums;
}

function levelOf(lightness: number): number {
  return Math.min(bodyLevels - 1, Math.max(0, Math.floor(lightness * bodyLevels)));
}

/** Each level's mean, drawn to what the next level towards the best known one foretells. */
function leanMeans(sums: readonly LevelSums[], meant: LitTint): Tint[] {
  const total = sums.reduce((sum, level) => sum + level.weight, 0);
  const best = sums.reduce((at, level, i) => (level.weight > (sums[at]?.weight ?? 0) ? i : at), 0);
  const means: Tint[] = sums.map(() => meant);
  const lean = (i: number, from: Tint, fade: number) => {
    const { weight, a, b } = sums[i] ?? { weight: 0, a: 0, b: 0 };
    const pull = leaning + darkLeaning * total * Math.max(0, 1 - lightnessOfLevel(i) / darkBelow);
    means[i] = {
      a: (a + pull * fade * from.a) / (weight + pull),
      b: (b + pull * fade * from.b) / (weight + pull),
    };
  };
  lean(best, meant, 1);
  for (let i = best + 1; i < means.length; i += 1) lean(i, means[i - 1] ?? meant, 1);
  for (let i = best - 1; i >= 0; i -= 1) lean(i, means[i + 1] ?? meant, guarded(i) / guarded(i + 1));
  return means;
}

/** What the guard against black leaves of a tint at a level. */
function guarded(level: number): number {
  return lightnessOfLevel(level) / (lightnessOfLevel(level) + blackGuard);
}

function lightnessOfLevel(level: number): number {
  return (level + 0.5) / bodyLevels;
}

type Spread = { readonly aa: number; readonly ab: number; readonly bb: number };

function spreadAround({ weight, a, b, aa, ab, bb }: LevelSums, mean: Tint, lightness: number): Spread {
  const per = 1 / (weight + leaning);
  const unknown = (leastSpread + darkSpread / lightness) ** 2 - leastSpread ** 2;
  const floor = leastSpread ** 2 + leaning * per * unknown;
  return {
    aa: Math.max(0, aa - 2 * mean.a * a + weight * mean.a * mean.a) * per + floor,
    ab: (ab - mean.a * b - mean.b * a + weight * mean.a * mean.b) * per,
    bb: Math.max(0, bb - 2 * mean.b * b + weight * mean.b * mean.b) * per + floor,
  };
}

function determinant({ aa, ab, bb }: Spread): number {
  return aa * bb - ab * ab;
}

function inverse(spread: Spread): Spread {
  const per = 1 / determinant(spread);
  return { aa: spread.bb * per, ab: -spread.ab * per, bb: spread.aa * per };
}

function meanTint(sums: readonly LevelSums[], meant: Tint): Tint {
  const [weight, a, b] = sums.reduce(
    ([w, x, y], level) => [w + level.weight, x + level.a, y + level.b],
    [leaning, leaning * meant.a, leaning * meant.b],
  );
  return { a: a / weight, b: b / weight };
}

function quantile({ lightness }: Look, weights: Float32Array, share: number): number {
  const counts = new Float32Array(256);
  let total = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i] ?? 0;
    if (weight === 0) continue;
    const bin = Math.min(255, Math.max(0, Math.floor((lightness[i] ?? 0) * 256)));
    counts[bin] = (counts[bin] ?? 0) + weight;
    total += weight;
  }
  let bin = 0;
  for (let sum = counts[0] ?? 0; sum < share * total && bin < 255; sum += counts[bin] ?? 0) bin += 1;
  return (bin + 0.5) / 256;
}
/** The body's tint at a lightness, between its levels. */
export function tintOfBody({ levels, tint }: BodyModel, lightness: number): Tint {
  const at = Math.min(bodyLevels - 1, Math.max(0, lightness * bodyLevels - 0.5));
  const low = levels[Math.floor(at)] ?? tint;
  const high = levels[Math.ceil(at)] ?? tint;
  const share = at - Math.floor(at);
  return { a: low.a + share * (high.a - low.a), b: low.b + share * (high.b - low.b) };
}
