import type { Look } from './look.ts';
import { inverted, nearby } from './nearby.ts';
import { piecesOf } from './pieces.ts';
import { greyTint } from './tint.ts';
import { withoutHoles } from './withoutHoles.ts';

/** Frayed edges are evened out up to twice as wide; look pixels. */
const rimPx = 4;
/** In units of likeness: what is surely something else stays out. */
const leastLike = -1.5;

/** Closes notches in the thing's edge, where a rim's highlights or reflections have another colour. In place. */
export function closeRim(look: Look, mask: Uint8Array, votes: Float32Array): void {
  const filled = withoutHoles(look, mask);
  const open = nearby(inverted(nearby(filled, look, rimPx)), look, rimPx);
  const notches = new Uint8Array(mask.length);
  for (let i = 0; i < mask.length; i += 1) {
    if (filled[i] === 0 && open[i] === 0 && (look.locked[i] ?? 0) < 128) notches[i] = 1;
  }
  const { of, count } = piecesOf(notches, look);
  const speaks = new Float64Array(count + 1);
  for (let i = 0; i < of.length; i += 1) {
    const piece = of[i] ?? 0;
    if (piece > 0)
      speaks[piece] = (speaks[piece] ?? 0) + (isBright(look, i) ? 0 : (votes[i] ?? 0)) - leastLike;
  }
  for (let i = 0; i < mask.length; i += 1) {
    if ((speaks[of[i] ?? 0] ?? 0) > 0) mask[i] = 1;
  }
}

/** Nearly white: dyeing leaves it alone whatever it is. */
function isBright({ lightness, tintA, tintB }: Look, i: number): boolean {
  const [a, b] = [tintA[i] ?? 0, tintB[i] ?? 0];
  return (lightness[i] ?? 0) > 0.7 && a * a + b * b < greyTint * greyTint;
}
