import type { PlacedArtwork } from '../placement/placement.ts';
import { type Clause, clausesOf } from './clauses.ts';
import type { Aspect, Intent, LightChange, NamedColour, Wish } from './intent.ts';
import { type Kit, kitOf } from './kit.ts';
import { findPhrase, phraseAt, phrases } from './phrases.ts';
import { readAdd } from './readAdd.ts';
import { readColoured } from './readColoured.ts';
import { readExtend } from './readExtend.ts';
import { asked, doubtful, likely, type Reading } from './reading.ts';
import { readKeep } from './readKeep.ts';
import { readLightFrom } from './readLightFrom.ts';
import { readMatch } from './readMatch.ts';
import { artworksOf, type KitArtworks, readPlace, withArtwork } from './readPlace.ts';
import { readRecolour } from './readRecolour.ts';
import { readRelight } from './readRelight.ts';
import { readRemove } from './readRemove.ts';
import { readReplace } from './readReplace.ts';
import { thingOf } from './thing.ts';
import { splitWords } from './words.ts';

/** From here on a policy may act on a reading by itself. */
export const confidentReading = 0.7;

export type NoteContext = {
  /** Chosen beside the note, where the pin asks for a larger frame. */
  readonly extendAspect?: Aspect;
  /** A brand's own, by the names it gave them: “brand blue”, “Acme red”. */
  readonly colours?: readonly NamedColour[];
  /** And its own artworks, of which a note may name one. */
  readonly artworks?: readonly PlacedArtwork[];
};

/**
 * Reads what a note asks for and what it says to leave alone. By tables of words, without a model: the
 * same note gives the same reading everywhere, and in no time.
 */
export function readNote(note: string, context: NoteContext = {}): Intent {
  const offered = context.extendAspect ?? null;
  const kit = kitOf(context.colours ?? []);
  const artworks = artworksOf(context.artworks ?? []);
  const words = splitWords(note);
  const keep: string[] = [];
  const readings: Reading[] = [];
  let complaint: string | null = null;
  for (const clause of clausesOf(words)) {
    const kept = readKeep(clause);
    if (kept) keep.push(...kept);
    else
      readings.push(
        ...readWish(clause, { offered, kit, artworks }).map((reading) => withThing(reading, complaint)),
      );
    complaint = complaintOf(clause) ?? complaint;
  }
  const reading = choose(readings) ?? (offered && extendTo(offered));
  return {
    wish: withArtwork(reading?.wish ?? null, words, artworks),
    keep: [...new Set(keep)],
    confidence: reading?.confidence ?? unread,
  };
}

type Offers = { readonly offered: Aspect | null; readonly kit: Kit; readonly artworks: KitArtworks };

function readWish(clause: Clause, { offered, kit, artworks }: Offers): readonly Reading[] {
  if (clause.isQuestion && !clause.isWanted) return [];
  const reading =
    readExtend(clause, offered) ??
    readRemove(clause) ??
    readPlace(clause, artworks) ??
    readMatch(clause) ??
    readLightFrom(clause) ??
    readRecolour(clause, kit) ??
    readRelight(clause) ??
    readReplace(clause) ??
    readAdd(clause) ??
    readColoured(clause, kit);
  if (!reading) return [];
  return [clause.isDoubted ? { ...reading, confidence: Math.min(doubtful, reading.confidence) } : reading];
}

/**
 * One pin, one edit: the first wish asked for. What was only said before (“the cable is distracting”)
 * gives way to it, but says what “it” means. A further wish lowers the confidence: a person has to see it.
 */
function choose(readings: readonly Reading[]): Reading | null {
  const first = readings.find(({ isAsked }) => isAsked) ?? readings[0];
  if (!first) return null;
  const said = readings.slice(0, readings.indexOf(first)).find(({ wish }) => thingIn(wish) !== null);
  let chosen = said ? withThing(first, thingIn(said.wish)) : first;
  for (const other of readings.slice(readings.indexOf(first) + 1)) chosen = joined(chosen, other);
  return chosen;
}

function joined(reading: Reading, other: Reading): Reading {
  if (!other.isAsked) return reading;
  const a = reading.wish;
  const b = other.wish;
  if (JSON.stringify(a) === JSON.stringify(b)) return reading;
  const isSameThing = thingIn(b) === null || thingIn(b) === thingIn(a);
  if (a.kind === 'relight' && b.kind === 'relight' && isSameThing) {
    const change = bothChanges(a.change, b.change);
    const [stops, lightFrom] = [b.stops ?? a.stops, b.lightFrom ?? a.lightFrom];
    return { ...reading, wish: { ...a, change, ...(stops && { stops }), ...(lightFrom && { lightFrom }) } };
  }
  if (a.kind === 'extend' && b.kind === 'remove') return { ...reading, wish: { ...a, removes: true } };
  if (a.kind === 'remove' && b.kind === 'extend') return { ...reading, wish: { ...b, removes: true } };
  if (a.kind === b.kind && isSameThing && a.kind === 'remove') return reading;
  return { ...reading, confidence: Math.min(reading.confidence, doubtful) };
}

function bothChanges(a: LightChange, b: LightChange): LightChange {
  return {
    warmth: b.warmth || a.warmth,
    brightness: b.brightness || a.brightness,
    contrast: b.contrast || a.contrast,
    saturation: b.saturation || a.saturation,
  };
}

function thingIn(wish: Wish): string | null {
  return 'thing' in wish ? wish.thing : null;
}

/** The reading about `thing`, where it was only about “it”. */
function withThing(reading: Reading, thing: string | null): Reading {
  const { wish } = reading;
  if (thing === null || !('thing' in wish) || wish.thing !== null) return reading;
  return { ...reading, wish: { ...wish, thing } };
}

/** What was found fault with, so that “it” in the next clause means that: “the cup is too red, make it blue”. */
function complaintOf({ words }: Clause): string | null {
  const presence = phraseAt(words, 0, presences);
  if (presence > 0) return thingOf(words.slice(presence - 1));
  const fault = findPhrase(words, faults);
  return fault ? thingOf(words.slice(0, fault.at)) : null;
}

function extendTo(aspect: Aspect): Reading {
  return asked({ kind: 'extend', aspect, anchor: 'center' }, likely);
}

const unread = 0.1;
const faults = phrases(
  'is too | are too | looks too | look too | feels too | seems too | is a bit too | looks a bit too',
);
const presences = phrases(
  'theres a | theres an | theres some | there is a | there is an | there are some | i see a | i can see a',
);
