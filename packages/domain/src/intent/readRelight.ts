import type { Clause } from './clauses.ts';
import type { LightChange } from './intent.ts';
import { beginsWithLightVerb, isStatement, type LightTerm, lightTermsIn } from './lightTerms.ts';
import { amounts, downWords, upWords, usualAmount } from './lightWords.ts';
import { anyOf, dropLead, dropTail, findPhrase, phraseAt, phrases } from './phrases.ts';
import { doubtful, likely, type Reading, sureOf } from './reading.ts';
import { type StopsSaid, stopsIn } from './stopsIn.ts';
import { namesNothing, thingOf } from './thing.ts';
import type { Words } from './words.ts';

/** Warmer, brighter, more contrast: of a thing, or of the whole picture, and how far. */
export function readRelight(clause: Clause): Reading | null {
  if (clause.isNegated || phraseAt(clause.words, 0, otherVerbs) > 0) return null;
  const said = stopsIn(clause.words);
  if (!said) return readTerms(clause.words);
  const rest = [...clause.words.slice(0, said.at), ...clause.words.slice(said.end)];
  return inStops(readTerms(rest) ?? readBare(rest), said);
}

/** Stops say exactly how far, so they take the place of a guess at “brighter”. */
function inStops(reading: Reading | null, { stops, isSigned }: StopsSaid): Reading | null {
  const wish = reading?.wish;
  if (!reading || wish?.kind !== 'relight') return null;
  const { brightness } = wish.change;
  const isDarker = brightness < 0 && !isSigned;
  // “a stop”, and nothing that says which way.
  const confidence = isSigned || brightness !== 0 ? reading.confidence : doubtful;
  return {
    ...reading,
    confidence,
    wish: { ...wish, change: { ...wish.change, brightness: 0 }, stops: isDarker ? -stops : stops },
  };
}

/** Nothing but stops and a thing: “her face up one stop”. */
function readBare(words: Words): Reading {
  const named = thingOf(dropLead(words, anyOf(openings, upWords, downWords)));
  const thing = named && isWhole(named) ? null : named;
  const change = { warmth: 0, brightness: 0, contrast: 0, saturation: 0 };
  return { wish: { kind: 'relight', thing, change }, confidence: sureOf(thing), isAsked: true };
}

function readTerms(words: Words): Reading | null {
  const all = lightTermsIn(words);
  const terms = all.slice(0, lengthOfFirstThing(words, all));
  const [first] = terms;
  const last = terms.at(-1);
  if (!first || !last) return null;
  const isSeveral = terms.length < all.length;
  const named = thingOf(thingWords(words.slice(0, all[terms.length]?.at), first, last));
  const thing = named && isWhole(named) ? null : named;
  const isSaid = isStatement(words.slice(0, first.at));
  // “the tiles black and white” may mean two colours of paint.
  const isUnsure = isSeveral || (thing !== null && terms.some(({ isAll }) => isAll));
  const most = isUnsure ? doubtful : isSaid ? likely : 1;
  return {
    wish: { kind: 'relight', thing, change: changeOf(words, terms) },
    confidence: Math.min(most, sureOf(thing)),
    isAsked: !isSaid,
  };
}

/** “the sun warmer and the shadow cooler”: a thing named between two terms begins another wish. */
function lengthOfFirstThing(words: Words, terms: readonly LightTerm[]): number {
  const next = terms.findIndex((term, index) => {
    const before = terms[index - 1];
    if (!before) return false;
    const between = dropLead(dropTail(words.slice(before.end, term.at), fillers), fillers);
    return !namesNothing(between.filter((_, at) => !isAmount(between, at)));
  });
  return next === -1 ? terms.length : next;
}

function changeOf(words: Words, terms: readonly LightTerm[]): LightChange {
  const change = { warmth: 0, brightness: 0, contrast: 0, saturation: 0 };
  let amount: number | null = null;
  for (const [index, term] of terms.entries()) {
    const before = words.slice(terms[index - 1]?.end ?? 0, term.end);
    // What stands before the next term belongs to that one: “warmer and much brighter”.
    const after = terms[index + 1] ? [] : words.slice(term.end, term.end + amountReach);
    amount = amountIn(before.slice(-amountReach)) ?? amountIn(after) ?? amount;
    for (const side of Object.keys(term.move) as (keyof LightChange)[]) {
      change[side] = term.sign * (term.move[side] ?? 0) * (amount ?? (term.isAll ? 1 : usualAmount));
    }
  }
  return change;
}

/** How far, 0…1: per cents are taken at their word. */
function amountIn(words: Words): number | null {
  const percent = words.map(({ text }) => /^(\d{1,3})\s?%$/.exec(text)?.[1]).find(Number);
  if (percent) return Math.min(1, Number(percent) / 100);
  return amounts.find(([, set]) => findPhrase(words, set))?.[0] ?? null;
}

/** “her face warmer”, “warmer skin tones”, “more contrast in the sky”, “darken the sky”. */
function thingWords(words: Words, first: LightTerm, last: LightTerm): Words {
  const before = dropLead(words.slice(0, first.at), openings).filter((_, at, all) => !isAmount(all, at));
  if (!namesNothing(before)) return before;
  const after = withoutAmounts(words.slice(last.end));
  const where = findPhrase(after, places);
  const direct = dropLead(where ? after.slice(0, where.at) : after, fillers);
  if (beginsWithLightVerb(words) || !namesNothing(direct)) return after;
  return where ? after.slice(where.at + where.length) : before;
}

function withoutAmounts(words: Words): Words {
  const start = words.findIndex((_, at) => isAmount(words, at));
  return start === -1 ? words : words.slice(0, start);
}

function isAmount(words: Words, at: number): boolean {
  return amounts.some(([, set]) => phraseAt(words, at, set) > 0) || /%$/.test(words[at]?.text ?? '');
}

function isWhole(thing: string): boolean {
  return wholes.has(thing.toLowerCase());
}

const amountReach = 6;
const places = phrases('in | on | of | to | for | around | from | across');
const openings = phrases(
  'make | making | give | get | have | bring | set | turn | keep | do | go | render | lets make | add | push | take',
);
const otherVerbs = phrases('remove | replace | swap | place | insert | draw | extend | expand | move');
/** Nouns that say no more than the word for light before them: “a warmer look”. */
const fillers = phrases(
  'look | feel | tone | tones | mood | light | lighting | atmosphere | vibe | overall | and | , | but | with | by | than | there | here | colour | colours | image | picture | photo',
);
const wholes = new Set(
  'image picture photo photograph shot scene frame lighting light colours tones exposure mood'
    .split(' ')
    .flatMap((noun) =>
      ['the ', 'this ', 'whole ', 'the whole ', 'the entire ', 'the overall ', ''].map((lead) => lead + noun),
    )
    .concat(
      'white balance',
      'the white balance',
      'everything',
      'the whole thing',
      'overall',
      'it all',
      'all of it',
      'it overall',
      'this overall',
    ),
);
