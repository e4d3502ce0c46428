import { distanceField } from '@pinpaint/imaging';
import type { EngineRequest } from '../engine.ts';
import type { Matte } from './matte.ts';

/** By how much the change of a matte's pixel is leant on, so that a feather does not dim it; 1: not at all. */
export type Lean = (i: number) => number;

/** Under less than this alpha the patch would need colours far out of range. */
const leastAlpha = 0.25;

/**
 * Where a region is drawn a little short, the thing's own rim lies under the feather of what is permitted,
 * and would keep part of its old hue. If the thing ends there, the patch leans further to the new colour by
 * as much as the alpha lacks; where the thing goes on and is cut, it fades.
 */
export function leanUnderFeather(matte: Matte, { crop, permittedAlpha }: EngineRequest): Lean {
  const { alpha, left, top, width } = matte;
  const permittedAt = (i: number): number => {
    const x = i % width;
    return permittedAlpha[(top + (i - x) / width) * crop.width + left + x] ?? 0;
  };
  const cut = new Uint8Array(alpha.length);
  let isShort = false;
  for (let i = 0; i < alpha.length; i += 1) {
    if ((alpha[i] ?? 0) === 0) continue;
    const permitted = permittedAt(i);
    if (permitted === 0) cut[i] = 1;
    else if (permitted < (alpha[i] ?? 0)) isShort = true;
  }
  if (!isShort) return () => 1;
  const wide = featherWidth(matte, permittedAt);
  const fromCut = distanceField(cut, matte, 2 * wide + 1);
  return (i) => {
    const lack = (alpha[i] ?? 0) / Math.max(255 * leastAlpha, permittedAt(i));
    const ends = Math.min(1, Math.max(0, Math.sqrt(fromCut[i] ?? 0) / wide - 1));
    return 1 + ends * Math.max(0, lack - 1);
  };
}

/** How far it is from all that is permitted to where nothing is, in pixels; at least 1. */
function featherWidth({ width, height, alpha }: Matte, permittedAt: (i: number) => number): number {
  const full = alpha.map((_, i) => (permittedAt(i) === 255 ? 1 : 0));
  const toFull = distanceField(full, { width, height }, 256);
  let widest = 1;
  for (let i = 0; i < toFull.length; i += 1) {
    const squared = toFull[i] ?? 0;
    if (squared > widest && squared <= 65536 && permittedAt(i) > 0) widest = squared;
  }
  return Math.sqrt(widest);
}
