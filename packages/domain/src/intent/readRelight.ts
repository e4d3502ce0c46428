import type { Clause } from './clauses.ts';
import type { LightChange } from './intent.ts';
import { beginsWithLightVerb, isStatement, type LightTerm, lightTermsIn } from './lightTerms.ts';
import { amounts, usualAmount } from './lightWords.ts';
import { dropLead, dropTail, findPhrase, phraseAt, phrases } from './phrases.ts';
import { doubtful, likely, type Reading, sureOf } from './reading.ts';
import { namesNothing, thingOf } from './thing.ts';
import type { Words } from './words.ts';

/** Warmer, brighter, more contrast: of a thing, or of the whole picture, and how far. */
export function readRelight({ words, isNegated }: Clause): Reading | null {
  if (isNegated || phraseAt(words, 0, otherVerbs) > 0) return null;
  const all = lightTermsIn(words);
  const terms = all.slice(0, lengthOfFirstThing(words, all));
  const [first] = terms;
  const last = terms.at(-1);
  if (!first || !last) return null;
  const isSeveral = terms.length < all.length;
  const named = thingOf(thingWords(words.slice(0, all[terms.length]?.at), first, last));
  const thing = named && isWhole(named) ? null : named;
  const isSaid = isStatement(words.slice(0, first.at));
  const most = isSeveral ? doubtful : isSaid ? likely : 1;
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
      change[side] = term.sign * (term.move[side] ?? 0) * (amount ?? usualAmount);
    }
  }
  return change;
}

/** 50 % and more is all there is, so that the usual amount is 30 %. */
function amountIn(words: Words): number | null {
  const percent = words.map(({ text }) => /^(\d{1,3})\s?%$/.exec(text)?.[1]).find(Boolean);
  if (percent) return Math.min(1, Math.max(0.1, Number(percent) / 50));
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
