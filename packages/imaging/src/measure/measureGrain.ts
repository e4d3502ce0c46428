import type { Block } from './blocks.ts';

/** The blocks of a fill, and of its surroundings. */
export type BlocksOf = { readonly inside: readonly Block[]; readonly around: readonly Block[] };

/** Fewer blocks on either side tell nothing. */
const fewest = 6;
/** Noise shows where there is least else: in the calmest quarter of the blocks. */
const calmest = 0.25;
/** Below a fifth of an 8-bit step there is rounding; it keeps flat areas and made pictures from shouting. */
const noiseFloor = 0.2;
/** Squared steps: a block of less has nothing that could be sharp. */
const leastDetail = 12;

/**
 * Grain: how much weaker or stronger a fill's noise is than that of its surroundings, in doublings; 0 = the same,
 * null = too little to tell. At full size. J. Immerkær, "Fast Noise Variance Estimation", CVIU 1996.
 */
export function measureGrain({ inside, around }: BlocksOf): number | null {
  const apart = doublings(noiseIn(inside), noiseIn(around));
  return apart === null ? null : Math.abs(apart);
}

/**
 * Blur: how much softer a fill's fine detail is than that of its surroundings, each beside its own coarse detail, in
 * doublings; 0 = as sharp or sharper, null = nothing that could be sharp. The share of differences over four pixels that
 * neighbours already make: a structure function's slope, which texture of one kind has in common whatever its contrast.
 */
export function measureBlur({ inside, around }: BlocksOf): number | null {
  const softer = doublings(sharpnessIn(around), sharpnessIn(inside));
  return softer === null ? null : Math.max(0, softer);
}

function noiseIn(blocks: readonly Block[]): number | null {
  if (blocks.length < fewest) return null;
  return (
    quantile(
      blocks.map(({ noise }) => noise),
      calmest,
    ) + noiseFloor
  );
}

function sharpnessIn(blocks: readonly Block[]): number | null {
  const detailed = blocks.filter(({ coarse }) => coarse >= leastDetail);
  if (detailed.length < fewest) return null;
  return quantile(
    detailed.map(({ fine, coarse }) => fine / coarse),
    0.5,
  );
}

/** null where either is unknown. */
function doublings(one: number | null, other: number | null): number | null {
  return one === null || other === null || one <= 0 || other <= 0 ? null : Math.log2(one / other);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
