import { isBeyond } from './isBeyond.ts';
import type { Look } from './look.ts';
import { inverted } from './nearby.ts';
import { piecesOf } from './pieces.ts';

/** A mask and all that it encloses within the region. */
export function withoutHoles(look: Look, mask: Uint8Array): Uint8Array {
  const { of, count } = piecesOf(inverted(mask), look);
  const isOpen = new Uint8Array(count + 1);
  for (let i = 0; i < of.length; i += 1) {
    const piece = of[i] ?? 0;
    if (piece > 0 && isOpen[piece] === 0 && isBeyond(look, i)) isOpen[piece] = 1;
  }
  const filled = new Uint8Array(mask.length);
  for (let i = 0; i < filled.length; i += 1) filled[i] = isOpen[of[i] ?? 0] === 1 ? 0 : 1;
  return filled;
}
