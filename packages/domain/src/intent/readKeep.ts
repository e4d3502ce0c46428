import type { Clause } from './clauses.ts';
import { coloursIn } from './colours.ts';
import { keepLeads, removeVerbs, wishLeads } from './lexicon.ts';
import { dropTail, findPhrase, phraseAt, phrases } from './phrases.ts';
import { thingOf } from './thing.ts';
import type { Words } from './words.ts';

/**
 * What a clause says to leave alone. A negated wish is one such (“don't darken the sky”), so is an
 * exception (“except the sky”). “Keep it subtle” names nothing.
 *
 * @returns null when the clause is no such thing; `things` may be empty, but the clause has then been read
 */
export function readKeep(clause: Clause): readonly string[] | null {
  const { words } = clause;
  if (clause.isNegated) return list(withoutState(afterVerb(words)));
  if (phraseAt(words, 0, unwanted) > 0 && findPhrase(words, changes)) {
    return list(withoutState(words.slice(phraseAt(words, 0, unwanted))));
  }
  const except = exceptAt(words);
  if (except > 0) return list(words.slice(except));
  if (words[0]?.text === 'without') return keptWithout(words);
  if (phraseAt(words, 0, nothingElse) > 0) return ['everything else'];
  if (phraseAt(words, 0, removeVerbs) > 0 || isLeftOut(words)) return null;
  const lead = phraseAt(words, 0, plainKeeps);
  if (lead > 0) return list(withoutState(words.slice(lead)));
  return keptBySaying(words);
}

/** “not the saucer” excepts it; “not a fan of the saucer” says something else. */
function exceptAt(words: Words): number {
  const length = phraseAt(words, 0, exceptLeads);
  const isNot = length === 1 && words[0]?.text === 'not';
  return isNot && !pointing.has(words[1]?.text ?? '') ? 0 : length;
}

/** “without touching the sky” keeps it; “without the spoon” asks for something else. */
function keptWithout(words: Words): readonly string[] | null {
  const isDoing = words[1]?.text.endsWith('ing') === true;
  return isDoing ? list(withoutState(words.slice(2))) : null;
}

/** “the background should stay as it is”. */
function keptBySaying(words: Words): readonly string[] | null {
  const verb = findPhrase(words, stays);
  if (!verb || verb.at === 0) return null;
  return list(words.slice(0, verb.at));
}

/** “leave the spoon out”. */
function isLeftOut(words: Words): boolean {
  return words[0]?.text === 'leave' && dropTail(words, courtesyTails).at(-1)?.text === 'out';
}

function afterVerb(words: Words): Words {
  const length = Math.max(
    phraseAt(words, 0, wishLeads),
    phraseAt(words, 0, touches),
    phraseAt(words, 0, keepLeads),
  );
  return words.slice(length);
}

function withoutState(words: Words): Words {
  const state = findPhrase(words, states);
  const bare = state ? words.slice(0, state.at) : words;
  const colour = coloursIn(bare).at(-1);
  // “leave the saucer red” keeps the saucer.
  return colour && colour.at > 0 && colour.at + colour.length === bare.length
    ? bare.slice(0, colour.at)
    : bare;
}

function list(words: Words): readonly string[] {
  const thing = thingOf(words);
  return thing ? [thing] : [];
}

const plainKeeps = phrases('keep | keeping | leave | leaving | hands off | preserve | retain | maintain');
const nothingElse = phrases('nothing else | change nothing else | touch nothing else');
/** “we don't want the sky to change”; without the change it would be a wish to remove. */
const unwanted = phrases('i dont want | we dont want | i do not want | we do not want');
const changes = phrases(
  'to change | changed | touched | altered | modified | affected | to be changed | to be touched | darker | brighter | warmer | cooler',
);
const pointing = new Set([
  'the',
  'her',
  'his',
  'its',
  'their',
  'our',
  'my',
  'this',
  'that',
  'these',
  'those',
]);
const exceptLeads = phrases(
  'except for | except | apart from | other than | excluding | not on | not in | not',
);
const courtesyTails = phrases('please | thanks | , | thank you');

const touches = phrases(
  'touch | touching | alter | altering | modify | modifying | affect | affecting | mess with | mess up | fiddle with | adjust | edit | recolour | crop',
  'move | change | changing | lose | blur | cover | want | want to | go near | disturb | ruin | damage | destroy | spoil | let | forget | overdo | go overboard with | change anything about | change anything on | change anything in | change anything else',
);

const states = phrases(
  'exactly | as is | as it is | as they are | as it was | the way it is | the way they are | how it is | how they are | like it is | like this | like that | alone | unchanged',
  'untouched | intact | the same | identical | in place | where it is | where they are | just as | precisely | be | to be | to change | changed | touched | to look',
  'darker | brighter | warmer | cooler | lighter | natural | subtle | realistic | simple | consistent | too | so | please',
);

const stays = phrases(
  'should stay | must stay | has to stay | needs to stay | have to stay | need to stay | can stay | stays | stay | should remain | must remain | remains | remain',
  'should be left | must be left | should be kept | must be kept | shouldnt change | should not change | must not change | mustnt change | shouldnt be touched | should not be touched',
  'must not be touched | shouldnt be changed | should not be changed | must not be changed | is perfect as | is fine as | is good as | is great as | are fine as | are perfect as | are good as',
);
