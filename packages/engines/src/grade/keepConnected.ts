import type { Look } from './look.ts';
import { nearby } from './nearby.ts';
import { piecesOf } from './pieces.ts';
import type { Sides } from './settle.ts';

/** Pieces smaller than this share of the largest one are specks of something else. */
const speck = 0.004;
/** In look pixels; a thing smaller than this can't be told from noise. */
const leastPixels = 12;
/** Specks this near, in look pixels, are the thing's own, cut off by a highlight or a crack. */
const nearPx = 5;
const leastClose = 3;

/** In units of likeness, in the mean: a second piece has to look more surely like the thing than a rim of it. */
const detachedSays = 2.5;

/**
 * The piece of the thing that fills most of the region, and what else of its colour lies mostly inside the
 * region. A piece that mostly lies outside is a neighbour of the same colour, and nothing hangs together
 * through what is locked.
 *
 * @returns null when there is none.
 */
export function keepConnected(look: Look, sides: Sides, votes: Float32Array): Uint8Array | null {
  const mask = new Uint8Array(sides.length);
  for (let i = 0; i < mask.length; i += 1) {
    if ((sides[i] ?? 0) > 0 && (look.locked[i] ?? 0) < 128) mask[i] = 1;
  }
  const { of, count } = piecesOf(mask, look);
  const inside = new Float64Array(count + 1);
  const whole = new Float64Array(count + 1);
  const says = new Float64Array(count + 1);
  for (let i = 0; i < of.length; i += 1) {
    const piece = of[i] ?? 0;
    if (piece === 0) continue;
    whole[piece] = (whole[piece] ?? 0) + 1;
    inside[piece] = (inside[piece] ?? 0) + (look.region[i] ?? 0) / 255;
    says[piece] = (says[piece] ?? 0) + (votes[i] ?? 0);
  }
  const main = inside.indexOf(inside.reduce((most, value) => Math.max(most, value), 0));
  const most = inside[main] ?? 0;
  if (most < leastPixels) return null;
  const close = closeTo(main, of, count, look);
  const isKept = Uint8Array.from(inside, (area, piece) => {
    if (piece === 0 || area <= 0.5 * (whole[piece] ?? 0)) return piece > 0 && piece === main ? 1 : 0;
    if (piece === main || (close[piece] ?? 0) >= leastClose) return 1;
    const isLike = (says[piece] ?? 0) > detachedSays * (whole[piece] ?? 0);
    return isLike && area > speck * most && area > leastPixels ? 1 : 0;
  });
  for (let i = 0; i < mask.length; i += 1) mask[i] = isKept[of[i] ?? 0] ?? 0;
  return mask;
}

/** How many pixels of each piece lie near the main one. */
function closeTo(main: number, of: Int32Array, count: number, look: Look): Float64Array {
  const only = new Uint8Array(of.length);
  for (let i = 0; i < of.length; i += 1) only[i] = of[i] === main ? 1 : 0;
  const near = nearby(only, look, nearPx);
  const close = new Float64Array(count + 1);
  for (let i = 0; i < of.length; i += 1) {
    const piece = of[i] ?? 0;
    close[piece] = (close[piece] ?? 0) + (near[i] ?? 0);
  }
  return close;
}
