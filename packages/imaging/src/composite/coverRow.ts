import { fullWeight, type LaidRow } from './mixRow.ts';

/**
 * Source over destination with straight alpha, for a base whose own alpha grows by what is laid on it: what
 * was transparent takes the patch's colour whole, not a mixture with colours nobody saw. Every product
 * stays below 2^53, so all is exact up to the one rounding.
 */
export function coverRow({ base, patch, patchStep, alpha, opacity, full }: LaidRow): void {
  for (let i = 0, b = 0, p = 0; i < alpha.length; i += 1, b += 4, p += patchStep) {
    const weight = (alpha[i] ?? 0) * opacity;
    if (weight === 0) continue;
    const was = base[b + 3] ?? 0;
    const fromPatch = weight * full;
    const fromBase = (fullWeight - weight) * was;
    const sum = fromPatch + fromBase;
    for (let c = 0; c < 3; c += 1) {
      base[b + c] = Math.round(((base[b + c] ?? 0) * fromBase + (patch[p + c] ?? 0) * fromPatch) / sum);
    }
    base[b + 3] = Math.round(sum / fullWeight);
  }
}
