import type { Clause } from './clauses.ts';
import type { LightChange } from './intent.ts';
import {
  adjectives,
  amounts,
  comparatives,
  downWords,
  type LightMove,
  type LightTable,
  lightNouns,
  lightVerbMoves,
  moreWords,
  tooWords,
  upWords,
  usualAmount,
} from './lightWords.ts';
import { dropLead, findPhrase, type Phrases, phraseAt, phrases } from './phrases.ts';
import { likely, pointed, type Reading, sureOf } from './reading.ts';
import { namesNothing, thingOf } from './thing.ts';
import type { Words } from './words.ts';

/** A word for light: where it and what belongs to it stand, and what it asks for. */
type Term = { readonly at: number; readonly end: number; readonly move: LightMove; readonly sign: 1 | -1 };

export function readRelight({ words, isNegated }: Clause): Reading | null {
  if (isNegated || words.length === 0 || phraseAt(words, 0, otherVerbs) > 0) return null;
  const terms = termsIn(words);
  const [first] = terms;
  const last = terms.at(-1);
  if (!first || !last) return null;
  const change = changeOf(words, terms);
  const place = thingWords(words, first, last);
  const named = thingOf(place);
  const thing = named && isWhole(named) ? null : named;
  const isSaid = findPhrase(words.slice(0, first.at), statements) !== null;
  return {
    wish: { kind: 'relight', thing, change },
    confidence: isSaid ? likely : thing === null ? pointed : sureOf(thing),
    isAsked: !isSaid,
  };
}

function termsIn(words: Words): readonly Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const term = termAt(words, at);
    if (!term) continue;
    terms.push(term);
    at = term.end - 1;
  }
  return terms;
}

function termAt(words: Words, at: number): Term | null {
  const verb = at === 0 ? lookUp(words, at, lightVerbMoves) : null;
  if (verb) return { at, end: at + verb.length, move: verb.move, sign: 1 };
  const comparative = lookUp(words, at, comparatives);
  if (comparative) return { at, end: at + comparative.length, move: comparative.move, sign: 1 };
  return adjectiveAt(words, at) ?? nounAt(words, at);
}

function adjectiveAt(words: Words, at: number): Term | null {
  const found = lookUp(words, at, adjectives);
  if (!found) return null;
  const end = at + found.length;
  const too = leadBefore(words, at, tooWords);
  if (too !== null) return { at: too, end, move: found.move, sign: -1 };
  if (words[at]?.text === 'light') return null;
  const more = leadBefore(words, at, moreWords);
  if (more !== null) return { at: more, end, move: found.move, sign: 1 };
  const isMade = end === words.length && words[0]?.text === 'make';
  return isMade ? { at, end, move: found.move, sign: 1 } : null;
}

/** “more contrast”, “increase the overall contrast”; but “add a light” is a lamp. */
function nounAt(words: Words, at: number): Term | null {
  const found = lookUp(words, at, lightNouns);
  if (!found || indefinite.has(words[at - 1]?.text ?? '')) return null;
  const end = at + found.length;
  for (let start = at - 1; start >= 0 && start >= at - nounReach; start -= 1) {
    if (phraseAt(words, start, downWords) > 0) return { at: start, end, move: found.move, sign: -1 };
    if (phraseAt(words, start, upWords) > 0) return { at: start, end, move: found.move, sign: 1 };
  }
  return null;
}

function leadBefore(words: Words, at: number, set: Phrases): number | null {
  const length = [3, 2, 1].find((n) => at - n >= 0 && phraseAt(words, at - n, set) === n);
  return length === undefined ? null : at - length;
}

function lookUp(words: Words, at: number, table: LightTable): { length: number; move: LightMove } | null {
  for (const [set, move] of table) {
    const length = phraseAt(words, at, set);
    if (length > 0) return { length, move };
  }
  return null;
}

function changeOf(words: Words, terms: readonly Term[]): LightChange {
  const change = { warmth: 0, brightness: 0, contrast: 0, saturation: 0 };
  let amount: number | null = null;
  for (const [index, term] of terms.entries()) {
    const before = words.slice(terms[index - 1]?.end ?? 0, term.at + 1);
    const after = afterTerm(words, term, terms[index + 1]);
    amount = amountIn(before.slice(-amountReach)) ?? amountIn(after) ?? amount;
    for (const side of Object.keys(term.move) as (keyof LightChange)[]) {
      change[side] = term.sign * (term.move[side] ?? 0) * (amount ?? usualAmount);
    }
  }
  return change;
}

/** What stands before the next term belongs to that one: “warmer and much brighter”. */
function afterTerm(words: Words, term: Term, next: Term | undefined): Words {
  return next ? [] : words.slice(term.end, term.end + amountReach);
}

/** “20 %” counts as a third, “50 %” and more as all there is. */
function amountIn(words: Words): number | null {
  const percent = words.map(({ text }) => /^(\d{1,3})\s?%$/.exec(text)?.[1]).find(Boolean);
  if (percent) return Math.min(1, Math.max(0.1, Number(percent) / 50));
  return amounts.find(([, set]) => findPhrase(words, set))?.[0] ?? null;
}

function thingWords(words: Words, first: Term, last: Term): Words {
  const before = dropLead(words.slice(0, first.at), openings).filter(
    (_, index, all) => !isAmount(all, index),
  );
  if (!namesNothing(before)) return before;
  const after = words.slice(last.end);
  const where = findPhrase(after, places);
  if (where) return withoutAmounts(after.slice(where.at + where.length));
  return lookUp(words, 0, lightVerbMoves) ? withoutAmounts(after) : before;
}

function withoutAmounts(words: Words): Words {
  const amount = amounts.map(([, set]) => findPhrase(words, set)?.at ?? words.length);
  return words.slice(0, Math.min(...amount));
}

function isAmount(words: Words, at: number): boolean {
  return amounts.some(([, set]) => phraseAt(words, at, set) > 0) || /%$/.test(words[at]?.text ?? '');
}

function isWhole(thing: string): boolean {
  return wholes.has(thing.toLowerCase());
}

const nounReach = 4;
const amountReach = 6;
const indefinite = new Set(['a', 'an']);
const statements = phrases('is | are | looks | look | feels | feel | seems | was');
const places = phrases('in | on | of | to | for | around | from | across');
const openings = phrases(
  'make | making | give | get | have | bring | set | turn | keep | do | go | render | lets make | add | push | take',
);
const otherVerbs = phrases('remove | replace | swap | place | insert | draw | extend | expand | move');
const wholes = new Set(
  [
    'image',
    'picture',
    'photo',
    'photograph',
    'shot',
    'scene',
    'frame',
    'lighting',
    'light',
    'colours',
    'tones',
    'exposure',
    'mood',
  ]
    .flatMap((noun) => [
      `the ${noun}`,
      `the whole ${noun}`,
      `whole ${noun}`,
      `this ${noun}`,
      `the entire ${noun}`,
      `the overall ${noun}`,
      noun,
    ])
    .concat([
      'everything',
      'the whole thing',
      'overall',
      'it all',
      'all of it',
      'it overall',
      'this overall',
    ]),
);
