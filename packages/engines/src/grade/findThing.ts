import type { NamedColour } from '@pinpaint/domain';
import { bodyLightnessAround } from './bodyLightnessAround.ts';
import { closeGaps } from './closeGaps.ts';
import { closeRim } from './closeRim.ts';
import { keepConnected } from './keepConnected.ts';
import { type Colours, closenessTo, learnColours } from './learnColours.ts';
import { learnThing } from './learnThing.ts';
import { dimBelow, votesOf } from './likeness.ts';
import type { Look } from './look.ts';
import { meantColour } from './meantColour.ts';
import { nearby } from './nearby.ts';
import { placeVotes } from './placeVotes.ts';
import { bondsOf, type Sides, settle } from './settle.ts';
import { takeGloss } from './takeGloss.ts';
import { thickened, thinLook, thinned } from './thinLook.ts';

/** What a note means, found in the look. */
export type Thing = Colours & {
  /** 1 where a look pixel is the thing, highlights and cracks included. */
  readonly mask: Uint8Array;
  /** 0…1: how unsure the find is. */
  readonly unmatched: number;
};

const sweeps = 3;
/** Look pixels. Of more than this a quarter tells as much of colours and places. */
const enough = 40_000;
/** Along a rim one line of light often follows another. */
const linesSideBySide = 2;
/** How far the mask is told apart under a lock: an edge that is mixed there is so beside it; look pixels. */
const underLockPx = 3;
/** Less of the region than this may be there by chance. */
const doubtfulShare = 0.06;

/** @returns null when the region holds nothing of the kind. */
export function findThing(look: Look, from: NamedColour | null): Thing | null {
  const meant = meantColour(look, from);
  if (!meant) return null;
  const fewer = look.lightness.length > enough ? thinLook(look) : look;
  const fewerPlaces = placeVotes(fewer, closenessTo(fewer, meant, null), meant);
  const places = thickened(fewerPlaces, fewer, look);
  const bonds = bondsOf(look);
  const roughly = learnThing(fewer, meant, fewerPlaces);
  // Rims are thin: only in the whole look do they hang together.
  const almost = settle(votesOf(look, roughly.like, places), bonds, look, { sweeps, from: null });
  const colours = learnColours(fewer, thinned(almost, look, fewer), meant, roughly.body);
  const votes = votesOf(look, colours.like, places);
  const sides = settle(votes, bonds, look, { sweeps, from: almost });
  const mask = keepConnected(look, sides, votes);
  if (!mask) return null;
  const unmatched = unmatchedOf(look, sides, mask, { votes, places });
  completeThing(look, mask, votes, colours);
  tellApartUnderLocks(look, mask, votes);
  return { mask, ...colours, unmatched };
}

/** Adds what belongs to the thing though it looks otherwise: frayed rims, lines of light, gloss, cracks. In place. */
function completeThing(look: Look, mask: Uint8Array, votes: Float32Array, { body }: Colours): void {
  closeRim(look, mask, votes);
  const around = bodyLightnessAround(look, mask);
  const lying = closeGaps(look, mask, { body, around });
  if (body.isGrey) return;
  for (let line = 0; line < linesSideBySide; line += 1) {
    if (!takeGloss(look, mask, { body, votes, around, lying })) return;
    closeRim(look, mask, votes);
    closeGaps(look, mask, { body, around });
  }
}

/** What colour and place say together, and what place says of it. */
type Said = { readonly votes: Float32Array; readonly places: Float32Array };

/** How unsure the find is: what was left out though it looks alike, what could be either, how little there is. */
function unmatchedOf(
  { region, locked, lightness }: Look,
  sides: Sides,
  mask: Uint8Array,
  { votes, places }: Said,
): number {
  let [alike, left, either, taken, all] = [0, 0, 0, 0, 1];
  for (let i = 0; i < sides.length; i += 1) {
    if ((region[i] ?? 0) < 128 || (locked[i] ?? 0) > 127) continue;
    all += 1;
    taken += mask[i] ?? 0;
    const isDim = (lightness[i] ?? 0) < dimBelow;
    if (!isDim && Math.abs((votes[i] ?? 0) - (places[i] ?? 0)) < 1) either += 1;
    if ((sides[i] ?? 0) <= 0) continue;
    alike += 1;
    if (mask[i] === 0) left += 1;
  }
  return Math.max(left / Math.max(1, alike), either / all, 1 - Math.min(1, taken / all / doubtfulShare));
}

/** Nothing changes under a lock, but whether the thing goes on there tells its edge beside it. In place. */
function tellApartUnderLocks({ locked, ...look }: Look, mask: Uint8Array, votes: Float32Array): void {
  if (!locked.some((value) => value > 127)) return;
  const near = nearby(mask, look, underLockPx);
  for (let i = 0; i < mask.length; i += 1) {
    if (near[i] === 1 && (locked[i] ?? 0) > 127 && (votes[i] ?? 0) > 0) mask[i] = 1;
  }
}
