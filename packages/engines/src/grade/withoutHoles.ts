import { isBeyond } from './isBeyond.ts';
import type { Look } from './look.ts';
import { piecesOf, sumOver } from './pieces.ts';

/** A mask and all that it encloses within the region. */
export function withoutHoles(look: Look, mask: Uint8Array): Uint8Array {
  const pieces = piecesOf(
    mask.map((value) => 1 - value),
    look,
  );
  const beyond = sumOver(pieces, (i) => (isBeyond(look, i) ? 1 : 0));
  return mask.map((value, i) => (value === 1 || beyond[pieces.of[i] ?? 0] === 0 ? 1 : 0));
}
