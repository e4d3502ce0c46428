import type { MaskPlane, Rgb } from '../raster.ts';

/** Peak signal to noise over the hole's samples, in dB. */
export function psnr(truth: Rgb, made: Rgb, hole: MaskPlane): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < hole.data.length; at++) {
    if (hole.data[at] === 0) continue;
    for (let s = at * 3; s < at * 3 + 3; s++) sum += ((truth.data[s] ?? 0) - (made.data[s] ?? 0)) ** 2;
    count += 3;
  }
  return 10 * Math.log10(255 ** 2 / Math.max(1e-9, sum / count));
}
