import type { Picture } from '../picture/picture.ts';

/** One row of what is laid; all views begin at its first pixel. */
export type LaidRow = {
  readonly base: Picture['data'];
  readonly baseStep: 3 | 4;
  readonly patch: Picture['data'];
  readonly patchStep: 3 | 4;
  /** As long as the row. */
  readonly alpha: Uint8Array;
  readonly opacity: number;
  /** The value of a sample at full. */
  readonly full: number;
};

/** Alpha and opacity together: 255 × 255. Odd, so that no result lies halfway between two numbers. */
export const fullWeight = 65025;

/** Colours are mixed; the base's own alpha stays. */
export function mixRow({ base, baseStep, patch, patchStep, alpha, opacity }: LaidRow): void {
  for (let i = 0, b = 0, p = 0; i < alpha.length; i += 1, b += baseStep, p += patchStep) {
    const weight = (alpha[i] ?? 0) * opacity;
    if (weight === 0) continue;
    base[b] = mix(base[b] ?? 0, patch[p] ?? 0, weight);
    base[b + 1] = mix(base[b + 1] ?? 0, patch[p + 1] ?? 0, weight);
    base[b + 2] = mix(base[b + 2] ?? 0, patch[p + 2] ?? 0, weight);
  }
}

/** At 16 bits the sum needs 33 bits: more than the bit operators hold, far less than a double holds exactly. */
function mix(base: number, patch: number, weight: number): number {
  return Math.floor((base * (fullWeight - weight) + patch * weight + 32512) / fullWeight);
}
