import { distanceField } from '@pinpaint/imaging';
import type { EngineRequest } from '../engine.ts';
import { between, type Look } from './look.ts';
import type { Matte } from './matte.ts';

/** By how much the change of a matte's pixel is leant on, so that a feather does not dim it; 1: not at all. */
export type Lean = (i: number) => number;

/** Under less than this alpha the patch would need colours far out of range. */
const leastAlpha = 0.25;
/** No feather is looked for that is wider; look pixels. */
const mostFeather = 256;

/**
 * Where a region is drawn a little short, the thing's own rim lies under the feather of what is permitted,
 * and would keep part of its old hue. If the thing ends there, the patch leans further to the new colour by
 * as much as the alpha lacks; where the thing goes on and is cut, it fades.
 *
 * @param mask 1 where a look pixel is the thing
 * @returns null where all of the thing may change
 */
export function leanUnderFeather(
  { crop, permittedAlpha }: EngineRequest,
  look: Look,
  mask: Uint8Array,
  { alpha, left, top, width }: Matte,
): Lean | null {
  const cut = new Uint8Array(mask.length);
  const free = new Uint8Array(mask.length);
  let isShort = false;
  for (let i = 0; i < mask.length; i += 1) {
    const permitted = look.permitted[i] ?? 0;
    if (permitted === 255) free[i] = 1;
    else if (mask[i] === 1) isShort = true;
    if (permitted === 0 && mask[i] === 1) cut[i] = 1;
  }
  if (!isShort) return null;
  const ends = endsFrom(cut, look, featherWidth(free, look));
  return (i) => {
    const x = i % width;
    const y = (i - x) / width;
    const permitted = permittedAlpha[(top + y) * crop.width + left + x] ?? 0;
    const lack = (alpha[i] ?? 0) / Math.max(255 * leastAlpha, permitted);
    return lack > 1 ? 1 + between(look, ends, x, y) * (lack - 1) : 1;
  };
}

/** 1 where the thing ends, 0 where it is cut: within a feather's width of where nothing is permitted. */
function endsFrom(cut: Uint8Array, look: Look, widePx: number): Float32Array {
  const squared = distanceField(cut, look, 2 * widePx + 1);
  const ends = new Float32Array(squared.length);
  for (let i = 0; i < ends.length; i += 1) {
    ends[i] = Math.min(1, Math.max(0, Math.sqrt(squared[i] ?? 0) / widePx - 1));
  }
  return ends;
}

/** How far it is from all that is permitted to where nothing is, in look pixels; at least 1. */
function featherWidth(free: Uint8Array, look: Look): number {
  const squared = distanceField(free, look, mostFeather);
  let widest = 1;
  for (let i = 0; i < squared.length; i += 1) {
    const value = squared[i] ?? 0;
    if (value > widest && value <= mostFeather * mostFeather && (look.permitted[i] ?? 0) > 0) widest = value;
  }
  return Math.sqrt(widest);
}
