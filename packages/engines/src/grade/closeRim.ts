import { distanceField } from '@pinpaint/imaging';
import type { Look } from './look.ts';
import { piecesOf, sumOver } from './pieces.ts';
import { greyTint } from './tint.ts';
import { withoutHoles } from './withoutHoles.ts';

/** Frayed edges are evened out up to twice as wide; look pixels. */
const rimPx = 4;
/** In units of likeness: what is surely something else stays out. */
const leastLike = -3.5;

/** Closes notches in the thing's edge, where a rim's highlights or reflections have another colour. In place. */
export function closeRim(look: Look, mask: Uint8Array, votes: Float32Array): void {
  const filled = withoutHoles(look, mask);
  const near = distanceField(filled, look, rimPx + 1);
  const far = mask.map((_, i) => ((near[i] ?? 0) > rimPx * rimPx ? 1 : 0));
  const depth = distanceField(far, look, rimPx + 1);
  const notches = mask.map((value, i) => {
    const isNotch =
      value === 0 && filled[i] === 0 && (depth[i] ?? 0) > rimPx * rimPx && (look.locked[i] ?? 0) < 128;
    return isNotch ? 1 : 0;
  });
  const pieces = piecesOf(notches, look);
  const sizes = sumOver(pieces, () => 1);
  const like = sumOver(pieces, (i) => (isBright(look, i) ? 0 : (votes[i] ?? 0)));
  for (let i = 0; i < mask.length; i += 1) {
    const piece = pieces.of[i] ?? 0;
    if (piece > 0 && (like[piece] ?? 0) > leastLike * (sizes[piece] ?? 0)) mask[i] = 1;
  }
}

/** Nearly white: dyeing leaves it alone whatever it is. */
function isBright({ lightness, tintA, tintB }: Look, i: number): boolean {
  const [a, b] = [tintA[i] ?? 0, tintB[i] ?? 0];
  return (lightness[i] ?? 0) > 0.7 && a * a + b * b < greyTint * greyTint;
}
