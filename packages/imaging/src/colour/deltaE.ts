import type { Picture } from '../picture/picture.ts';

/** ΔE of CIE 1976 (distance in CIELAB, D65, from sRGB) of each pixel of two pictures of one size. */
export function deltaE(_a: Picture, _b: Picture): Float32Array {
  throw new Error('deltaE: not built yet');
}
