import { distanceField } from '@pinpaint/imaging';
import type { Matte } from './matte.ts';

/** Of the square root of the matte's area; at most `widestPx`. */
const softness = 0.02;
const widestPx = 24;

/** Fades a matte towards its edge, inward only: light has no outline, but its neighbours must not change. */
export function softenInside(matte: Matte): Matte {
  const outside = matte.alpha.map((value) => (value === 0 ? 1 : 0));
  const area = outside.reduce((sum, value) => sum + 1 - value, 0);
  const widthPx = Math.min(widestPx, softness * Math.sqrt(area));
  if (widthPx < 1) return matte;
  const depth = distanceField(outside, matte, widthPx + 1);
  const alpha = matte.alpha.map((value, i) => {
    const t = Math.min(1, Math.sqrt(depth[i] ?? 0) / (widthPx + 1));
    return Math.round(value * t * t * (3 - 2 * t));
  });
  return { ...matte, alpha };
}
