import { boxMean } from './boxMean.ts';
import { type Scene, within } from './scene.ts';

/** Where a rim shows: this far out of what is touched, and this far in. */
const outPx = 3;
const inPx = 4;
/** The colours round it are taken from here on, so far out that a tight mask's leavings are not among them. */
const surroundPx = [6, 18] as const;
/** The removed thing's own colours, and how deep the fill is looked at to compare: beyond any growth. */
const thingPx = 6;
const radiusPx = 16;
/** Colours nearer to each other than this tell nothing of a tint; RGB distance, 8-bit steps. */
const leastContrast = 18;

/**
 * Rim bleed: how much of the removed thing's colour is left along the border. Of each pixel there, its difference
 * from the mean colour round about, projected on the removed thing's difference from it; less the same share deep
 * in the fill. Just outside of what was touched (a mask too tight) or just inside, whichever is worse. 0 = none (or no contrast to see any), 1 = the rim has the thing's own colour. A least-squares
 * estimate of the mixing share in the matting equation C = αF + (1 − α)B (Porter and Duff 1984).
 */
export function measureRim({ before, after, depth, away, width, height }: Scene): number {
  const size = { width, height, channels: 3, radiusPx };
  const round = boxMean(after.rgb, within(away, surroundPx[0], surroundPx[1]), size);
  const thing = boxMean(before.rgb, within(depth, thingPx, Number.POSITIVE_INFINITY), size);
  const share = (area: Uint8Array): number => mixedIn(after.rgb, { round, thing, area });
  const out = share(within(away, 1, outPx));
  const rim = share(within(depth, 1, inPx));
  const deep = share(within(depth, inPx + 4, inPx + 16));
  return Math.max(0, Math.max(out, rim) - Math.max(0, deep));
}

type Colours = {
  readonly round: Float32Array;
  readonly thing: Float32Array;
  readonly area: Uint8Array;
};

function mixedIn(rgb: Float32Array, { round, thing, area }: Colours): number {
  let [along, whole] = [0, 0];
  for (let i = 0, at = 0; at < rgb.length; i += 1, at += 3) {
    if (area[i] !== 1) continue;
    let [dot, squared] = [0, 0];
    for (let s = at; s < at + 3; s += 1) {
      const ground = round[s] ?? 0;
      const towards = (thing[s] ?? 0) - ground;
      dot += ((rgb[s] ?? 0) - ground) * towards;
      squared += towards * towards;
    }
    // NaN where nothing is near.
    if (!(squared >= leastContrast * leastContrast)) continue;
    along += dot;
    whole += squared;
  }
  return whole === 0 ? 0 : along / whole;
}
