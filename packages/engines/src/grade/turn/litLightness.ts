import { cube } from '../cube.ts';

/** Below this lightness brightening tapers off, or it would show noise. OKLab L. */
const noisyBelow = 0.16;

/** What becomes of a lightness under other light: white stays white, so that gloss does not burn out. */
export function litLightness(lightness: number, times: number): number {
  if (times <= 1) return lightness * times;
  const clean = 1 + (times - 1) * Math.min(1, lightness / noisyBelow);
  const room = 1 + (cube(clean) ** 2 - 1) * cube(lightness) ** 2;
  return (lightness * clean) / Math.cbrt(Math.sqrt(room));
}
