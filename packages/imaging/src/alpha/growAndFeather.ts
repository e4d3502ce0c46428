import type { AlphaPlane } from './alphaPlane.ts';
import { scanDistances } from './distanceField.ts';

export type Growth = {
  /** How far it may reach beyond the pixels that are touched already. */
  readonly growPx: number;
  /** How wide the fade from the grown edge inward is; up to `growPx` it leaves the touched pixels at 255. */
  readonly featherPx: number;
};

/**
 * Grows what a plane touches by `growPx` and fades it inward from there over `featherPx`, by a smooth step.
 * Without either the plane stays as it is. Nothing is faded at the plane's own edges.
 *
 * @throws RangeError for a negative number.
 */
export function growAndFeather(plane: AlphaPlane, { growPx, featherPx }: Growth): AlphaPlane {
  if (!(growPx >= 0 && featherPx >= 0))
    throw new RangeError('growAndFeather: growPx and featherPx are not negative');
  if (growPx === 0 && featherPx === 0) return plane;
  const data = new Uint8Array(plane.data.length);
  const alphaAt = fade(growPx, featherPx);
  fillOutside(plane, growPx, alphaAt, data);
  if (featherPx > growPx) fadeInside(plane, featherPx - growPx, alphaAt, data);
  return { rect: plane.rect, data };
}

/** The alpha at a signed distance from the outermost touched pixels: above 0 outside, below 0 inside. */
function fade(growPx: number, featherPx: number): (signedPx: number) => number {
  const widthPx = Math.max(featherPx, 1);
  return (signedPx) => {
    const t = Math.min(Math.max((growPx - signedPx) / widthPx, 0), 1);
    return Math.round(255 * t * t * (3 - 2 * t));
  };
}

function fillOutside(
  { rect, data: plane }: AlphaPlane,
  growPx: number,
  alphaAt: (signedPx: number) => number,
  to: Uint8Array,
): void {
  const bySquare = tableBySquare(growPx, alphaAt);
  bySquare[0] = 255;
  scanDistances(plane, rect, { limitPx: growPx }, (row, y) => {
    paintRow(to, y * rect.width, { row, bySquare });
  });
}

function fadeInside(
  { rect, data: plane }: AlphaPlane,
  depthPx: number,
  alphaAt: (signedPx: number) => number,
  to: Uint8Array,
): void {
  // The outermost touched pixel is one from the untouched ones and counts as 0 from the edge.
  const bySquare = tableBySquare(depthPx + 1, (px) => alphaAt(1 - px));
  scanDistances(plane, rect, { limitPx: depthPx + 1, toUnset: true }, (row, y) => {
    paintRow(to, y * rect.width, { row, bySquare, least: 1 });
  });
}

type RowOfSquares = { readonly row: Uint32Array; readonly bySquare: Uint8Array; readonly least?: number };

/** A function of its own, and no closure made anew for each plane: only so does it stay compiled. */
function paintRow(to: Uint8Array, start: number, { row, bySquare, least = 0 }: RowOfSquares): void {
  for (let x = 0; x < row.length; x += 1) {
    const squared = row[x] ?? 0;
    if (squared >= least && squared < bySquare.length) to[start + x] = bySquare[squared] ?? 0;
  }
}

/** Squared distances are whole numbers, so all there can be fit in a table. */
function tableBySquare(limitPx: number, alphaAt: (px: number) => number): Uint8Array {
  const table = new Uint8Array(Math.floor(limitPx * limitPx) + 1);
  return table.map((_, squared) => alphaAt(Math.sqrt(squared)));
}
