import type { Picture } from '../picture/picture.ts';
import { linearTable } from './srgbCurve.ts';

/**
 * ΔE of CIE 1976, the distance in CIELAB (white D65), of each pixel of two sRGB pictures of one size.
 * About 2.3 is the least that a person sees. A fourth channel is left out.
 *
 * @throws RangeError when the sizes differ.
 */
export function deltaE(a: Picture, b: Picture): Float32Array {
  if (a.width !== b.width || a.height !== b.height) throw new RangeError('deltaE: the sizes differ');
  const labOfA = labReader(a);
  const labOfB = labReader(b);
  const [p, q] = [new Float64Array(3), new Float64Array(3)];
  return new Float32Array(a.width * a.height).map((_, pixel) => {
    labOfA(pixel, p);
    labOfB(pixel, q);
    const [dl, da, db] = [(p[0] ?? 0) - (q[0] ?? 0), (p[1] ?? 0) - (q[1] ?? 0), (p[2] ?? 0) - (q[2] ?? 0)];
    return Math.sqrt(dl * dl + da * da + db * db);
  });
}

/** Of an sRGB picture: writes L*, a*, b* (white D65, L* 0…100) of a pixel into `lab`. */
export function labReader({ channels, depth, data }: Picture): (pixel: number, lab: Float64Array) => void {
  const linear = linearTable(depth);
  return (pixel, lab) => {
    const r = linear[data[pixel * channels] ?? 0] ?? 0;
    const g = linear[data[pixel * channels + 1] ?? 0] ?? 0;
    const b = linear[data[pixel * channels + 2] ?? 0] ?? 0;
    const x = lightnessOf((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const y = lightnessOf(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
    const z = lightnessOf((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
    lab[0] = 116 * y - 16;
    lab[1] = 500 * (x - y);
    lab[2] = 200 * (y - z);
  };
}

/** CIE 15:2004, with the exact fractions instead of the rounded 0.008856 and 903.3. */
function lightnessOf(ratio: number): number {
  return ratio > 216 / 24389 ? Math.cbrt(ratio) : ((24389 / 27) * ratio + 16) / 116;
}
