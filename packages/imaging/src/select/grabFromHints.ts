import type { PixelSize } from '@pinpaint/domain';
import { bandOf } from './bandOf.ts';
import { type ColourPlane, guessedIn, guessedOut, surelyIn, surelyOut } from './cutPicture.ts';
import { findAround } from './findAround.ts';
import { type Grabbed, grabCut } from './grabCut.ts';
import { markAlike, markDisc } from './markHints.ts';
import { countOf } from './parts.ts';
import { type PlacedHints, pixelAt } from './placeHints.ts';

/** A part that is taken off is no more than this of all that might be the thing. */
const mostTakenOut = 0.6;

/** How far from a guess's line, as a share of its size, the true one may lie. */
const lineShare = 0.15;

/** @returns null when the hints leave nothing to tell a thing from */
export function grabFromHints(
  plane: ColourPlane,
  hints: PlacedHints,
  signal: AbortSignal | undefined,
): Grabbed | null {
  return hints.open ? grabInside(plane, hints, signal) : grabFromPoints(plane, hints, signal);
}

function grabInside(plane: ColourPlane, hints: PlacedHints, signal: AbortSignal | undefined): Grabbed | null {
  const known = Uint8Array.from(hints.open ?? [], (open) => (open === 1 ? guessedIn : surelyOut));
  if (!known.includes(surelyOut)) guessRim(known, plane);
  takeOut(known, plane, hints, signal);
  return grabCut({ plane, known, signal });
}

/** Who takes off a part means all of it: the thing under the point, else what looks like it there. */
function takeOut(
  known: Uint8Array,
  plane: ColourPlane,
  { add, remove }: PlacedHints,
  signal: AbortSignal | undefined,
): void {
  const most = mostTakenOut * known.reduce((sum, state) => sum + (state >= guessedIn ? 1 : 0), 0);
  for (const point of remove) {
    const part = findAround(plane, point, signal)?.inside;
    const isAll = part && (countOf(part) > most || add.some((kept) => part[pixelAt(kept, plane)] === 1));
    if (part && !isAll) for (let i = 0; i < known.length; i += 1) if (part[i] === 1) known[i] = surelyOut;
    markAlike(known, plane, point, surelyOut);
  }
  for (const point of add) markDisc(known, plane, point, surelyIn);
}

/** Nothing is known to be outside of a line round everything; its rim is the best guess. */
function guessRim(known: Uint8Array, { width, height }: PixelSize): void {
  const rim = Math.max(1, Math.round(Math.min(width, height) / 24));
  for (let i = 0; i < known.length; i += 1) {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x < rim || y < rim || x >= width - rim || y >= height - rim) known[i] = guessedOut;
  }
}

function grabFromPoints(
  plane: ColourPlane,
  hints: PlacedHints,
  signal: AbortSignal | undefined,
): Grabbed | null {
  const guess = new Uint8Array(plane.width * plane.height);
  for (const point of hints.add) {
    const found = findAround(plane, point, signal);
    for (let i = 0; found && i < guess.length; i += 1) if (found.inside[i] === 1) guess[i] = 1;
  }
  const area = countOf(guess);
  if (area === 0) return null;
  const known = bandOf(guess, plane, Math.max(3, lineShare * Math.sqrt(area)));
  takeOut(known, plane, hints, signal);
  return grabCut({ plane, known, turns: 2, signal });
}
