import type { Clause } from './clauses.ts';
import { addVerbs } from './lexicon.ts';
import { findPhrase, phraseAt, phrases } from './phrases.ts';
import { asked, doubtful, likely, type Reading, sureOf } from './reading.ts';
import { thingOf } from './thing.ts';
import type { Words } from './words.ts';

/** Something that is not there yet. */
export function readAdd({ words, isWanted, isNegated }: Clause): Reading | null {
  if (isNegated) return null;
  return byVerb(words) ?? byPlacing(words) ?? byWanting(words, isWanted) ?? byLack(words);
}

function byVerb(words: Words): Reading | null {
  const verb = phraseAt(words, 0, plainAdds);
  const thing = verb > 0 ? thingOf(words.slice(verb)) : null;
  return thing === null ? null : asked({ kind: 'add', thing }, sureOf(thing));
}

/** “put a vase on the table”; “put the vase on the left” moves one that is there. */
function byPlacing(words: Words): Reading | null {
  const verb = phraseAt(words, 0, addVerbs);
  const article = verb > 0 ? findPhrase(words, indefinites, verb) : null;
  if (!article || article.at > verb + articleReach) return null;
  const thing = thingOf(words.slice(article.at));
  const isGiven = article.at > verb;
  return thing === null ? null : asked({ kind: 'add', thing }, isGiven ? doubtful : sureOf(thing));
}

/** “we'd like a cat on the sofa”. */
function byWanting(words: Words, isWanted: boolean): Reading | null {
  if (!isWanted || phraseAt(words, 0, indefinites) === 0 || words.length < 2) return null;
  const thing = thingOf(words);
  return thing === null ? null : asked({ kind: 'add', thing }, likely);
}

/** “there should be a cat here”, “the sofa needs a cat”. */
function byLack(words: Words): Reading | null {
  const lack = findPhrase(words, lacks);
  if (!lack) return null;
  const rest = words.slice(lack.at + lack.length);
  const thing = phraseAt(rest, 0, indefinites) > 0 ? thingOf(rest) : null;
  return thing === null ? null : asked({ kind: 'add', thing }, lack.at === 0 ? likely : doubtful);
}

const articleReach = 4;
const plainAdds = phrases(
  'add | adding | add in | insert | inserting | include | including | draw | throw in | bring in',
);
const indefinites = phrases(
  'a | an | some | another | one more | more | two | three | four | several | a few | a couple of',
);
const lacks = phrases(
  'there should be | there could be | there must be | needs | need | could use | is missing | are missing | missing',
);
