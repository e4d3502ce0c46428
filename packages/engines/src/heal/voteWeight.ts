import { depthUnit } from './depthMap.ts';

/** A patch reaches 3√2 px from its centre, so no difference of depth within it is larger. */
const reachUnits = 5 * depthUnit;

export type Trust = (pixelDepth: number, voterDepth: number) => number;

/**
 * How much a patch's word counts: `base` times less with each pixel that its centre lies deeper than the
 * pixel voted on. Relative, for base^−depth itself vanishes in large holes.
 */
export function createTrust(base: number): Trust {
  const weights = Float64Array.from(
    { length: 2 * reachUnits + 1 },
    (_, at) => base ** ((at - reachUnits) / depthUnit),
  );
  return (pixelDepth, voterDepth) => {
    const difference = Math.max(-reachUnits, Math.min(reachUnits, pixelDepth - voterDepth));
    return weights[difference + reachUnits] ?? 0;
  };
}

/** A patch that fits worse than its neighbours speaks more softly; `local` is their mean energy. */
export function agreement(energy: number, local: number): number {
  return local > 0 ? Math.exp(-energy / (2 * local)) : 1;
}
