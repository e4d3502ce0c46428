import { courtesies, doubts, keepLeads, negations, questions, wantings, wishLeads } from './lexicon.ts';
import { anyOf, dropLead, findPhrase, phraseAt, phrases } from './phrases.ts';
import type { Words } from './words.ts';

/** A part of a note that says one thing, without the courtesies before it. */
export type Clause = {
  readonly words: Words;
  /** Said as a wish to have or see: “we'd like …”, “can we have …”. */
  readonly isWanted: boolean;
  /** “don't …”, “never …”. */
  readonly isNegated: boolean;
  /** Asks for an answer, not for a change: “why is the cup red?” */
  readonly isQuestion: boolean;
  /** Not sure whether it is asked for: “should we …?”, “what if …”. */
  readonly isDoubted: boolean;
};

export function clausesOf(words: Words): readonly Clause[] {
  return splitClauses(words)
    .map(readLead)
    .filter((clause) => clause.words.length > 0);
}

function readLead(part: Words): Clause {
  const isDoubted = findPhrase(part, doubts) !== null;
  const polite = dropLead(part, courtesies);
  // “get rid of” is no wish to get something, nor “do not” one to do.
  const isWanted = phraseAt(polite, 0, wantings) > phraseAt(polite, 0, notWanted);
  const wanted = isWanted ? dropLead(dropLead(polite, wantings), courtesies) : null;
  const said = wanted ?? polite;
  const negation = phraseAt(said, 0, negations);
  const rest = negation > 0 ? dropLead(said.slice(negation), courtesies) : said;
  return {
    words: rest,
    isWanted: wanted !== null,
    isNegated: negation > 0,
    isQuestion: phraseAt(rest, 0, questions) > 0,
    isDoubted,
  };
}

function splitClauses(words: Words): readonly Words[] {
  const parts: Words[] = [];
  let from = 0;
  for (let at = 0; at < words.length; at += 1) {
    const text = words[at]?.text ?? '';
    if (stops.has(text)) {
      parts.push(words.slice(from, at));
      from = at + 1;
    } else if (at > from && endsClause(words, from, at)) {
      parts.push(words.slice(from, at));
      from = startsOwn.has(text) ? at : at + 1;
    }
  }
  parts.push(words.slice(from));
  return parts;
}

/** Whether a new clause begins with or after this comma, “and”, “but” or “without”. */
function endsClause(words: Words, from: number, at: number): boolean {
  const text = words[at]?.text ?? '';
  if (text === 'without' || phraseAt(words, at, exceptions) > 0) return true;
  if (text === 'but') return !allBut.has(words[at - 1]?.text ?? '');
  if (phraseAt(words, at, hardNegations) > 0) return !subjects.has(words[at - 1]?.text ?? '');
  if (!joints.has(text)) return false;
  const rest = dropLead(words.slice(at + 1, at + 1 + lookAhead), joining);
  if (phraseAt(rest, 0, clauseStarts) > 0 || phraseAt(words, at + 1, clauseStarts) > 0) return true;
  return hasOwnVerb(rest) && (text !== 'and' || findPhrase(words.slice(from, at), finite) !== null);
}

/** “…, the cup should be blue”: a thing and what it should be, before the next joint. */
function hasOwnVerb(rest: Words): boolean {
  const end = rest.findIndex(({ text }) => stops.has(text) || joints.has(text));
  const clause = end === -1 ? rest : rest.slice(0, end);
  const verb = findPhrase(clause, finite);
  return verb !== null && verb.at > 0 && verb.at < 8;
}

const lookAhead = 24;
const stops = new Set(['.', ';', ':', '!', '?', '(', ')', '–', '—', '-', '\n']);
const joints = new Set([',', 'and', 'then', 'also', 'plus', '&', 'while', 'though', 'however', 'yet', 'so']);
/** These belong to the clause they begin; the others only join. */
const startsOwn = new Set(['without', 'except', 'apart', 'other', 'excluding', 'not', 'dont', 'do']);
const allBut = new Set(['everything', 'all', 'anything', 'nothing']);
const exceptions = phrases(
  'except | apart from | other than | excluding | not the | not her | not his | not their | not on | not in',
);
/** “I don't want …” is one clause. */
const subjects = new Set(['why', 'i', 'we', 'you', 'they', 'please', 'just', ',', 'and']);
const hardNegations = phrases('dont | do not');
const joining = phrases('and | then | also | plus | so | but | & | , | while | maybe | perhaps | just');
const finite = phrases(
  'should | must | needs to | need to | has to | have to | is | are | looks | look | feels | feel | seems',
  'stays | stay | remains | make | change | turn',
);
const asking = phrases(
  'please | can you | could you | can we | could we | would you | lets | kindly | can the | could the | can it | could it',
  'just the | just her | just his | only the',
);
const notWanted = anyOf(negations, phrases('get rid of | do away with'));
const clauseStarts = anyOf(asking, wishLeads, keepLeads, negations, wantings);
