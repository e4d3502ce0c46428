import { distanceField } from '@pinpaint/imaging';
import type { EngineRequest } from '../engine.ts';
import type { Matte } from './matte.ts';

/** Shares of the square root of the lit area: how wide light fades at the thing's own edge… */
const edgeShare = 0.02;
/** …and where the thing goes on and what may change ends. */
const cutShare = 0.12;

/** Fades a matte inward: light has no outline, but what lies beyond must not change. */
export function softenInside(matte: Matte, { crop, permittedAlpha }: EngineRequest): Matte {
  const cut = new Uint8Array(matte.alpha.length);
  const outside = new Uint8Array(matte.alpha.length);
  let area = 0;
  for (let i = 0; i < cut.length; i += 1) {
    const x = i % matte.width;
    const permitted = permittedAlpha[(matte.top + (i - x) / matte.width) * crop.width + matte.left + x] ?? 0;
    if ((matte.alpha[i] ?? 0) === 0) outside[i] = 1;
    else if (permitted < 255) cut[i] = 1;
    else area += 1;
  }
  const edgePx = 1 + edgeShare * Math.sqrt(area);
  const cutPx = 1 + cutShare * Math.sqrt(area);
  const fromEdge = distanceField(outside, matte, edgePx);
  const fromCut = distanceField(cut, matte, cutPx);
  const alpha = matte.alpha.map((value, i) => {
    const faded = value * fade(fromEdge[i] ?? 0, edgePx);
    // Where it is cut it is gone already, so that the fade of what is permitted never shows.
    return Math.round(faded * (cut[i] === 1 ? 0 : fade(fromCut[i] ?? 0, cutPx)));
  });
  return { ...matte, alpha };
}

function fade(squaredPx: number, widthPx: number): number {
  const t = Math.min(1, Math.sqrt(squaredPx) / widthPx);
  return t * t * (3 - 2 * t);
}
