import type { FramePoint, PixelRect } from './region.ts';

/**
 * A projective map of one plane to another, 3 × 3, row by row: (x, y) goes to
 * ((h0 x + h1 y + h2) / w, (h3 x + h4 y + h5) / w) with w = h6 x + h7 y + h8.
 */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

export const identity: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export function translation(x: number, y: number): Homography {
  return [1, 0, x, 0, 1, y, 0, 0, 1];
}

/** From a picture's own coordinates, in which it is `size` large, to the rectangle it covers. */
export function spreadOver(rect: PixelRect, size: { readonly width: number; readonly height: number }) {
  const scale: Homography = [
    rect.width / size.width,
    0,
    rect.x,
    0,
    rect.height / size.height,
    rect.y,
    0,
    0,
    1,
  ];
  return scale;
}

/** @returns null for a point on or beyond the horizon: it has no image. */
export function mapPoint(h: Homography, [x, y]: FramePoint): FramePoint | null {
  const w = h[6] * x + h[7] * y + h[8];
  // The map is only meant near what it was found by, where w has the sign of h8.
  if (!(w * h[8] > 0)) return null;
  return [(h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w];
}

/** First `inner`, then `outer`. */
export function compose(outer: Homography, inner: Homography): Homography {
  const at = (row: number, column: number) =>
    cell(outer, row, 0) * cell(inner, 0, column) +
    cell(outer, row, 1) * cell(inner, 1, column) +
    cell(outer, row, 2) * cell(inner, 2, column);
  return unit([at(0, 0), at(0, 1), at(0, 2), at(1, 0), at(1, 1), at(1, 2), at(2, 0), at(2, 1), at(2, 2)]);
}

/** @returns null when it can't be turned back: it folds the plane onto a line. */
export function invert(h: Homography): Homography | null {
  const turned = adjugate(h);
  const determinant = h[0] * turned[0] + h[1] * turned[3] + h[2] * turned[6];
  if (!Number.isFinite(determinant) || Math.abs(determinant) < 1e-12) return null;
  return unit(turned);
}

/** The map back, but for a factor of all nine, which makes no difference to where a point goes. */
export function adjugate([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}

/** Whether it only moves: then every shape stays what it is. */
export function isTranslation([a, b, , d, e, , g, h, i]: Homography): boolean {
  return a === 1 && b === 0 && d === 0 && e === 1 && g === 0 && h === 0 && i === 1;
}

/** How much longer a short line at a point becomes, whichever way it runs on the average. */
export function scaleAt(h: Homography, [x, y]: FramePoint): number {
  const [here, right, down] = [mapPoint(h, [x, y]), mapPoint(h, [x + 1, y]), mapPoint(h, [x, y + 1])];
  if (!here || !right || !down) return Number.NaN;
  const [ux, uy, vx, vy] = [right[0] - here[0], right[1] - here[1], down[0] - here[0], down[1] - here[1]];
  return Math.sqrt(Math.abs(ux * vy - uy * vx));
}

function cell(h: Homography, row: number, column: number): number {
  return h[row * 3 + column] ?? 0;
}

/** The same map with 1 in its last place. */
function unit(h: Homography): Homography {
  const last = h[8] === 0 ? 1 : h[8];
  return [
    h[0] / last,
    h[1] / last,
    h[2] / last,
    h[3] / last,
    h[4] / last,
    h[5] / last,
    h[6] / last,
    h[7] / last,
    h[8] / last,
  ];
}
