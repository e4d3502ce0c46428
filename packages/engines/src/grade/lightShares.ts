import { distanceField } from '@pinpaint/imaging';
import type { Look } from './look.ts';

/** Shares of the square root of the lit area: how wide light fades where the thing goes on and what may change ends, … */
const cutShare = 0.06;
/** … and from what is the thing beyond doubt to what may be. */
const coreShare = 0.06;

/** What is lit anew; each 1 where a look pixel is of it. */
export type Lit = {
  readonly mask: Uint8Array;
  /** Of the mask, what is meant beyond doubt. */
  readonly core: Uint8Array;
  /** What looks alike, beyond the region as well. */
  readonly alike: Uint8Array;
};

/** How much of a change of light each look pixel gets, 0…1: light has no outline but that of the thing it falls on. */
export function lightShares(look: Look, { mask, core, alike }: Lit): Float32Array {
  const cut = new Uint8Array(mask.length);
  let area = 0;
  for (let i = 0; i < mask.length; i += 1) {
    area += mask[i] ?? 0;
    if ((look.permitted[i] ?? 0) < 128 && (mask[i] === 1 || alike[i] === 1)) cut[i] = 1;
  }
  const shares = fadeFrom(cut, look, 1 + cutShare * Math.sqrt(area));
  const doubts = fadeFrom(core, look, 1 + coreShare * Math.sqrt(area));
  for (let i = 0; i < shares.length; i += 1) shares[i] = (shares[i] ?? 0) * (1 - (doubts[i] ?? 0));
  return shares;
}

/** 0 on the mask, 1 from so many pixels on. */
function fadeFrom(mask: Uint8Array, look: Look, widthPx: number): Float32Array {
  const squared = distanceField(mask, look, widthPx);
  const faded = new Float32Array(squared.length);
  for (let i = 0; i < faded.length; i += 1) {
    const t = Math.min(1, Math.sqrt(squared[i] ?? 0) / widthPx);
    faded[i] = t * t * (3 - 2 * t);
  }
  return faded;
}
