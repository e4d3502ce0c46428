import type { MaskPlane, Rgb } from '../raster.ts';
import { magnitudes } from './gmsd.ts';

/** Mean gradient magnitude in the hole over that of the truth; 1: as sharp. */
export function sharpness(truth: Rgb, made: Rgb, hole: MaskPlane): number {
  return meanIn(magnitudes(made), hole) / Math.max(1e-6, meanIn(magnitudes(truth), hole));
}

function meanIn(plane: Float32Array, hole: MaskPlane): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < hole.data.length; at++) {
    if (hole.data[at] === 0) continue;
    sum += plane[at] ?? 0;
    count++;
  }
  return sum / Math.max(1, count);
}
