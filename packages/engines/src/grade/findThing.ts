import type { NamedColour } from '@pinpaint/domain';
import { distanceField } from '@pinpaint/imaging';
import { closeGaps } from './closeGaps.ts';
import { closeRim } from './closeRim.ts';
import { keepConnected } from './keepConnected.ts';
import { type Colours, closenessTo, learnColours } from './learnColours.ts';
import type { Likeness } from './likeness.ts';
import type { Look } from './look.ts';
import { meantColour } from './meantColour.ts';
import { bondsOf, settle } from './settle.ts';

/** What a note means, found in the look. */
export type Thing = Colours & {
  /** 1 where a look pixel is the thing, highlights and cracks included. */
  readonly mask: Uint8Array;
  /** 0…1: how unsure the find is. */
  readonly unmatched: number;
};

/** Each learns one step further into shade and light. */
const rounds = 3;
/** While learning a rough answer is enough. */
const learningSweeps = 3;
const lastSweeps = 6;
/**
 * What is as like the one as the other is left alone near the region's edge, where sloppy hands take in
 * neighbours, and taken deep inside it; in units of likeness.
 */
const doubt = 1.2;
/** Of the square root of the region's area. */
const deepInside = 0.2;
/** In look pixels. */
const rimPx = 6;
/** What a closed gap says for being the thing, in units of likeness. */
const closedSays = 3;
/** Less of the region than this may be there by chance. */
const doubtfulShare = 0.06;

/** @returns null when the region holds nothing of the kind. */
export function findThing(look: Look, from: NamedColour | null): Thing | null {
  const meant = meantColour(look, from);
  if (!meant) return null;
  const bonds = bondsOf(look);
  const places = placeVotes(look);
  let sure: Float32Array = closenessTo(look, meant, null).map(Math.ceil);
  let model = learnColours(look, sure, meant, null);
  for (let round = 0; round < rounds; round += 1) {
    sure = settle(votesOf(look, model.like, places), bonds, look, learningSweeps);
    model = learnColours(look, sure, meant, model.body);
  }
  const first = keepConnected(look, sure);
  if (!first) return null;
  const whole = first.slice();
  closeRim(look, whole, votesOf(look, model.like, places));
  closeGaps(look, whole, model.body);
  nearThing(look, whole, places);
  const votes = votesOf(look, model.like, places);
  for (let i = 0; i < votes.length; i += 1) {
    if (whole[i] === 1 && first[i] === 0) votes[i] = Math.max(closedSays, votes[i] ?? 0);
  }
  sure = settle(votes, bonds, look, lastSweeps);
  const mask = keepConnected(look, sure) ?? first;
  const unmatched = unmatchedOf(look, sure, { ...model, mask });
  closeRim(look, mask, votes);
  closeGaps(look, mask, model.body);
  return { mask, ...model, unmatched };
}

/** How likely each pixel is the thing by its place alone; in units of likeness. */
function placeVotes(look: Look): Float32Array {
  const outside = look.region.map((value) => (value < 128 ? 1 : 0));
  const area = outside.reduce((sum, value) => sum + 1 - value, 0);
  const deep = Math.max(2, deepInside * Math.sqrt(area));
  const depth = distanceField(outside, look, deep + 1);
  return new Float32Array(outside.length).map((_, i) => {
    if ((look.locked[i] ?? 0) > 127) return -3;
    const x = i % look.width;
    const y = (i - x) / look.width;
    const edge = Math.min(x, y, look.width - 1 - x, look.height - 1 - y);
    return (
      doubt * (2 * Math.min(1, Math.sqrt(depth[i] ?? 0) / deep, edge / deep) - 1) - (outside[i] ?? 0) / 2
    );
  });
}

/** Right beside the thing a pixel's place says nothing against it: rims and edges lie there. */
function nearThing(look: Look, mask: Uint8Array, places: Float32Array): void {
  const near = distanceField(mask, look, rimPx);
  for (let i = 0; i < places.length; i += 1) {
    if ((near[i] ?? 0) <= rimPx * rimPx && (look.locked[i] ?? 0) < 128)
      places[i] = Math.max(-doubt / 2, places[i] ?? 0);
  }
}

function votesOf({ lightness, tintA, tintB }: Look, like: Likeness, places: Float32Array): Float32Array {
  return places.map((place, i) => place + like(lightness[i] ?? 0, tintA[i] ?? 0, tintB[i] ?? 0));
}

/** How unsure the find is: what was left out though it looks alike, what could be either, how little there is. */
function unmatchedOf(
  look: Look,
  sure: Float32Array,
  { mask, like }: Omit<Thing, 'unmatched' | 'body'>,
): number {
  const { region, locked, lightness, tintA, tintB } = look;
  let [alike, left, either, taken, all] = [0, 0, 0, 0, 1];
  for (let i = 0; i < sure.length; i += 1) {
    if ((region[i] ?? 0) < 128 || (locked[i] ?? 0) > 127) continue;
    all += 1;
    taken += mask[i] ?? 0;
    if (Math.abs(like(lightness[i] ?? 0, tintA[i] ?? 0, tintB[i] ?? 0)) < 1) either += 1;
    if ((sure[i] ?? 0) <= 0.5) continue;
    alike += 1;
    if (mask[i] === 0) left += 1;
  }
  return Math.max(left / Math.max(1, alike), either / all, 1 - Math.min(1, taken / all / doubtfulShare));
}
