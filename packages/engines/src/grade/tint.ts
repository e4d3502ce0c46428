/**
 * A surface's colour without its light: OKLab a and b over L (plus a guard against black). Its length is
 * colourfulness (0 grey, 0.69 the most that sRGB holds), its angle is hue.
 */
export type Tint = { readonly a: number; readonly b: number };

/** Keeps the tints of near-black pixels, which are noise, near 0. */
export const blackGuard = 0.02;

/** Below this length a tint has no hue worth the name. */
export const greyTint = 0.05;

export function tintLength({ a, b }: Tint): number {
  return Math.sqrt(a * a + b * b);
}
