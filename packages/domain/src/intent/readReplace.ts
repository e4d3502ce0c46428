import type { Clause } from './clauses.ts';
import { changeVerbs, replaceVerbs } from './lexicon.ts';
import { findLastPhrase, findPhrase, phraseAt, phrases } from './phrases.ts';
import { asked, doubtful, likely, type Reading, sure } from './reading.ts';
import { thingOf } from './thing.ts';
import type { Words } from './words.ts';

export function readReplace({ words, isWanted, isNegated }: Clause): Reading | null {
  if (isNegated) return null;
  return byReplacing(words) ?? byChanging(words) ?? byInstead(words, isWanted) ?? byMaking(words);
}

/** “replace the mug with a glass”; “substitute a glass for the mug” says it the other way round. */
function byReplacing(words: Words): Reading | null {
  const verb = phraseAt(words, 0, replaceVerbs);
  const link = verb > 0 ? findPhrase(words, replaceLinks, verb) : null;
  if (!link) return null;
  const before = words.slice(verb, link.at);
  const after = words.slice(link.at + link.length);
  const isTurned = words[0]?.text.startsWith('substitut') === true && words[link.at]?.text === 'for';
  return isTurned ? reading(after, before, sure) : reading(before, after, sure);
}

/** “swap the mug for a glass”, the other way round “swap in a glass for the mug”, “change the mug into a glass”. */
function byChanging(words: Words): Reading | null {
  const verb = phraseAt(words, 0, changeVerbs);
  const link = verb > 0 ? findPhrase(words, changeLinks, verb) : null;
  if (!link) return null;
  const isSwap = words[0]?.text.startsWith('sw') === true;
  const before = words.slice(verb, link.at);
  const after = words.slice(link.at + link.length);
  if (words[1]?.text === 'in') return reading(after, before, sure);
  return reading(before, after, isSwap ? sure : likely);
}

/** “a glass instead of the mug”. */
function byInstead(words: Words, isWanted: boolean): Reading | null {
  const verb = phraseAt(words, 0, users);
  const link = findPhrase(words, insteads);
  if (!link || link.at === 0 || (verb === 0 && !isWanted && !indefinite.has(words[0]?.text ?? '')))
    return null;
  return reading(words.slice(link.at + link.length), words.slice(verb, link.at), likely);
}

/** “make the mug a glass”. */
function byMaking(words: Words): Reading | null {
  const verb = phraseAt(words, 0, makers);
  const article = verb > 0 ? findLastPhrase(words, articles) : null;
  if (!article || article.at <= verb || phraseAt(words, article.at, amounts) > 0) return null;
  return reading(words.slice(verb, article.at), words.slice(article.at), doubtful);
}

function reading(thingWords: Words, byWords: Words, confidence: number): Reading | null {
  const by = thingOf(byWords);
  if (by === null) return null;
  const isOpen = phraseAt(byWords, 0, opens) > 0;
  return asked({ kind: 'replace', thing: thingOf(thingWords), by }, isOpen ? doubtful : confidence);
}

const replaceLinks = phrases('with | by | for');
const changeLinks = phrases('to be | to | into | for | with');
const insteads = phrases('instead of | rather than | in place of');
const users = phrases('use | using | put | have | try | show');
const makers = phrases('make');
const articles = phrases('a | an');
const amounts = phrases('a bit | a little | a touch | a tad | a lot | a shade | a notch | a hair | a smidge');
const indefinite = new Set(['a', 'an', 'some']);
const opens = phrases('something | another | a different | anything | a better | a new | some other');
