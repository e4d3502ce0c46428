import type { Picture } from '../picture/picture.ts';
import { highFrequencies } from './highFrequencies.ts';

export type GhostRequest = {
  readonly before: Picture;
  readonly after: Picture;
  /** Of the pictures' size, 0…255. */
  readonly alpha: Uint8Array;
};

/** Fewer fully replaced pixels than this say nothing; then all touched ones are taken. */
const fewestPixels = 16;

/**
 * How much of what was removed still shows: the correlation of the high frequencies where the patch shows
 * wholly with those that were there before. 1 = all of it, 0 = nothing, or nothing was there to see; a
 * negative correlation counts as 0.
 */
export function measureGhost({ before, after, alpha }: GhostRequest): number {
  const core = coreOf(alpha);
  const was = highFrequencies(before, core);
  const is = highFrequencies(after, core);
  const pixels = sumOf(core);
  const meanWas = sumOf(was) / pixels;
  const meanIs = sumOf(is) / pixels;
  let [both, ofWas, ofIs] = [0, 0, 0];
  for (let i = 0; i < core.length; i += 1) {
    if (core[i] === 0) continue;
    const a = (was[i] ?? 0) - meanWas;
    const b = (is[i] ?? 0) - meanIs;
    both += a * b;
    ofWas += a * a;
    ofIs += b * b;
  }
  const spread = Math.sqrt(ofWas * ofIs);
  return spread > noSpread * pixels ? Math.max(0, both / spread) : 0;
}

/** Below this there is rounding of sums and nothing else, in squared 8-bit steps a pixel. */
const noSpread = 1e-6;

/** 1 where the patch shows wholly. */
function coreOf(alpha: Uint8Array): Uint8Array {
  const core = alpha.map((value) => (value === 255 ? 1 : 0));
  return sumOf(core) >= fewestPixels ? core : alpha.map((value) => (value > 0 ? 1 : 0));
}

function sumOf(plane: Uint8Array | Float32Array): number {
  let sum = 0;
  for (let i = 0; i < plane.length; i += 1) sum += plane[i] ?? 0;
  return sum;
}
