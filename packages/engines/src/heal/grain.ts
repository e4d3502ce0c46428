import { boxSum } from '@pinpaint/imaging';
import type { Level } from './level.ts';
import { patchRadius } from './patchWindow.ts';
import { pixelRole } from './pixelRole.ts';
import { lumaOf } from './texture.ts';

/** Half the window in which grain is told from slow changes of light. */
const windowRadiusPx = 4;
/**
 * Grain that is enough, in squares over R, G and B: about seven steps in each. What has more, folds and outlines
 * too, is no dearer and no cheaper: rewarded for it, patch-off got dark bits of folds.
 */
const enough = 150;
/** Share of the grain lacking that a source costs: below 1, so that a smooth hole still takes what is smooth. */
const share = 0.6;

/**
 * Makes sources dear that lack grain. What the search compares with is a mean, and smoother than the picture:
 * without a price what is smooth is nearest to it, for that alone.
 */
export function priceSmoothness(levels: readonly Level[]): void {
  for (const level of levels) {
    const { sources, prices } = level;
    const grain = grainOf(level);
    for (const at of sources) {
      prices[at] = (prices[at] ?? 0) + share * Math.max(0, enough - (grain[at] ?? 0));
    }
  }
}

/** Round each pixel, the mean over a patch of luma's variance in a window, holes left out; squares over R, G, B. */
function grainOf(level: Level): Float32Array {
  const { width, height } = level;
  const grain = boxSum(varianceOf(level), { width, height, radiusPx: patchRadius });
  const perPatch = 3 / (2 * patchRadius + 1) ** 2;
  for (let at = 0; at < grain.length; at++) grain[at] = (grain[at] ?? 0) * perPatch;
  return grain;
}

function varianceOf({ rgba, roles, width, height }: Level): Float32Array {
  const isThere = new Float32Array(roles.length);
  const luma = lumaOf(rgba);
  const squares = new Float32Array(roles.length);
  for (let at = 0; at < roles.length; at++) {
    if (roles[at] === pixelRole.source || roles[at] === pixelRole.seen) isThere[at] = 1;
    else luma[at] = 0;
    squares[at] = (luma[at] ?? 0) ** 2;
  }
  const window = { width, height, radiusPx: windowRadiusPx };
  const counts = boxSum(isThere, window);
  const sums = boxSum(luma, window);
  const variance = boxSum(squares, window);
  for (let at = 0; at < variance.length; at++) {
    const count = Math.max(1, counts[at] ?? 0);
    variance[at] = Math.max(0, (variance[at] ?? 0) / count - ((sums[at] ?? 0) / count) ** 2);
  }
  return variance;
}
