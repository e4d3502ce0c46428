import {
  adjectives,
  comparatives,
  downWords,
  type LightMove,
  type LightTable,
  lightNouns,
  lightVerbMoves,
  mildly,
  monochromes,
  moreWords,
  tooWords,
  upWords,
} from './lightWords.ts';
import { findPhrase, type Phrases, phraseAt, phrases } from './phrases.ts';
import type { Words } from './words.ts';

/** A word for light with what belongs to it: where it stands, and what it asks for. */
export type LightTerm = {
  readonly at: number;
  readonly end: number;
  readonly move: LightMove;
  readonly sign: 1 | -1;
  /** Asks for all of it, unless something else is said: “black and white”. */
  readonly isAll?: true;
};

export function lightTermsIn(words: Words): readonly LightTerm[] {
  const terms: LightTerm[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const term = termAt(words, at);
    if (!term) continue;
    terms.push(term);
    at = term.end - 1;
  }
  return terms;
}

/** Whether words before a term say how the picture is: “the sky is”, “it looks”. */
export function isStatement(words: Words): boolean {
  return findPhrase(words, statements) !== null;
}

/** Whether the clause begins with a verb of light, so that the thing follows it: “darken the sky”. */
export function beginsWithLightVerb(words: Words): boolean {
  return lookUp(words, 0, lightVerbMoves) !== null;
}

function termAt(words: Words, at: number): LightTerm | null {
  const colourless = phraseAt(words, at, monochromes);
  if (colourless > 0) return { at, end: at + colourless, move: { saturation: -1 }, sign: 1, isAll: true };
  const verb = at === 0 ? lookUp(words, at, lightVerbMoves) : null;
  const own = verb ?? lookUp(words, at, comparatives);
  if (own) return { at, end: at + own.length, move: own.move, sign: 1 };
  return adjectiveAt(words, at) ?? nounAt(words, at);
}

function adjectiveAt(words: Words, at: number): LightTerm | null {
  const found = lookUp(words, at, adjectives);
  if (!found) return null;
  const end = at + found.length;
  const too = leadBefore(words, at, tooWords) ?? complaintBefore(words, at);
  if (too !== null) return { at: too, end, move: found.move, sign: -1 };
  if (words[at]?.text === 'light') return null;
  const more = leadBefore(words, at, moreWords);
  if (more !== null) return { at: more, end, move: found.move, sign: 1 };
  const isMade = end === words.length && words[0]?.text === 'make';
  return isMade ? { at, end, move: found.move, sign: 1 } : null;
}

/** “the sky is a bit dark” complains; “make the sky a bit dark” does not. */
function complaintBefore(words: Words, at: number): number | null {
  const mild = leadBefore(words, at, mildly);
  return mild !== null && isStatement(words.slice(0, mild)) ? mild : null;
}

/** “more contrast”, “increase the overall contrast”; but “add a light” is a lamp. */
function nounAt(words: Words, at: number): LightTerm | null {
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

const nounReach = 4;
const indefinite = new Set(['a', 'an']);
const statements = phrases('is | are | looks | look | feels | feel | seems | was | its | theyre');
