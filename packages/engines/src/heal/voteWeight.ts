import { depthUnit } from './depthMap.ts';

/** A patch reaches 3√2 px from its centre, so no difference of depth within it is larger. */
const reachUnits = 5 * depthUnit;
const trusts = Float64Array.from(
  { length: 2 * reachUnits + 1 },
  (_, at) => 2 ** ((at - reachUnits) / depthUnit),
);

/**
 * A patch's word halves with each pixel that its centre lies deeper than the pixel voted on
 * (reference.md: base 1 → 2, SWD 9.8 → 6.7). Relative, for 2^−depth itself vanishes in large holes.
 */
export function trust(pixelDepth: number, voterDepth: number): number {
  const difference = Math.max(-reachUnits, Math.min(reachUnits, pixelDepth - voterDepth));
  return trusts[difference + reachUnits] ?? 0;
}

/** A patch that fits worse than its neighbours speaks more softly; `local` is their mean energy. */
export function agreement(energy: number, local: number): number {
  return local > 0 ? Math.exp(-energy / (2 * local)) : 1;
}
