import { depthUnit } from './depthMap.ts';

/** A patch reaches 3√2 px from its centre, so no difference of depth within it is larger. */
const reachUnits = 5 * depthUnit;

/** Once the picture is decided its rim is to be met exactly (reference.md: base 1 → 2, SWD 9.8 → 6.7). */
export const steepBase = 2;
/**
 * While it is still being decided, a steep base only pushes the rim inwards, and a side that has no far rim (an
 * extend) breaks into slats (seen on wide-16x9 and tree-off).
 */
export const softBase = 1.5;

/**
 * How much a patch's word counts: `base` times less with each pixel that its centre lies deeper than the
 * pixel voted on. Relative, for base^−depth itself vanishes in large holes. Entry 40 + (the pixel's depth −
 * the voter's, in the units of a depth map), which is bounded to ±40.
 */
export function createTrust(base: number): Float32Array {
  return Float32Array.from(
    { length: 2 * reachUnits + 1 },
    (_, at) => base ** ((at - reachUnits) / depthUnit),
  );
}

/** A patch that fits worse than its neighbours speaks more softly: entry 16 × its energy / their mean. */
export function createAgreement(): Float32Array {
  return Float32Array.from({ length: 256 }, (_, at) => Math.exp(-(at + 0.5) / 16 / 2));
}
