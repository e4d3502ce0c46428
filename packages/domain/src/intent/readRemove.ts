import type { Clause } from './clauses.ts';
import { removeVerbs, splitRemoveVerbs } from './lexicon.ts';
import { dropTail, findPhrase, phraseAt, phrases } from './phrases.ts';
import { asked, doubtful, likely, type Reading, sureOf } from './reading.ts';
import { namesNothing, thingOf } from './thing.ts';
import type { Words } from './words.ts';

export function readRemove({ words, isWanted, isNegated }: Clause): Reading | null {
  if (isNegated) return null;
  return (
    byVerb(words) ??
    byCleaning(words) ??
    bySplitVerb(words) ??
    byState(words) ??
    byAbsence(words, isWanted) ??
    bySaying(words)
  );
}

function byVerb(words: Words): Reading | null {
  const verb = phraseAt(words, 0, removeVerbs);
  // “drop our logo on the mug” puts something there.
  if (verb === 0 || (words[0]?.text === 'drop' && findPhrase(words, onto))) return null;
  const object = fromCut(words.slice(verb));
  if (object.length > 0 && namesNothing(object)) return null;
  const thing = thingOf(object);
  // A cast is light, not a thing: taking it out is no hole to fill.
  const isLight = phraseAt(words, words.length - 1, casts) > 0;
  return asked({ kind: 'remove', thing }, isLight ? doubtful : sureOf(thing));
}

/** “clean up the crumbs”: taking them out is one way. */
function byCleaning(words: Words): Reading | null {
  const verb = phraseAt(words, 0, cleaningVerbs);
  const thing = verb > 0 ? thingOf(words.slice(verb)) : null;
  return thing === null ? null : asked({ kind: 'remove', thing }, doubtful);
}

/** “take the spoon out of the picture”. */
function bySplitVerb(words: Words): Reading | null {
  const verb = phraseAt(words, 0, splitRemoveVerbs);
  const half = verb > 0 ? findPhrase(words, halves, verb + 1) : null;
  if (!half) return null;
  const after = words[half.at + 1]?.text;
  if (after !== undefined && !afterHalf.has(after)) return null;
  const thing = thingOf(words.slice(verb, half.at));
  return asked({ kind: 'remove', thing }, sureOf(thing));
}

/** “the cable has to go”, “can the spoon be removed”. */
function byState(words: Words): Reading | null {
  const state = findPhrase(words, gone);
  if (!state || state.at === 0) return null;
  const thing = thingOf(words.slice(0, state.at));
  return asked({ kind: 'remove', thing }, sureOf(thing));
}

/** “no spoon please”, “we don't need the spoon”, “without the spoon”. */
function byAbsence(words: Words, isWanted: boolean): Reading | null {
  const lead = phraseAt(words, 0, absences);
  if (lead === 0 || (phraseAt(words, 0, idioms) > 0 && !isWanted)) return null;
  if (words.length - lead > longestAbsence) return null;
  const thing = thingOf(words.slice(lead));
  return thing === null ? null : asked({ kind: 'remove', thing }, likely);
}

/** “the cable is distracting”. */
function bySaying(words: Words): Reading | null {
  const said = findPhrase(words, disturbing);
  if (!said || said.at === 0) return null;
  const thing = thingOf(words.slice(0, said.at));
  return thing === null ? null : { wish: { kind: 'remove', thing }, confidence: doubtful, isAsked: false };
}

/** “the patch from the suit”: where it sits is not part of it. */
function fromCut(words: Words): Words {
  const from = findPhrase(words, origins, 1);
  return dropTail(from ? words.slice(0, from.at) : words, tails);
}

const cleaningVerbs = phrases('clean up | clean | retouch | tidy up | heal | spot out');
const onto = phrases('on | onto | in | into');
const longestAbsence = 7;
const origins = phrases(
  'from the | from her | from his | from their | from this | from our | off the | off her | off his | out of',
);
const tails = phrases('please | thanks | , | out | away | off');
const halves = phrases('out | away | off');
const afterHalf = new Set([
  'of',
  'from',
  'please',
  'the',
  'completely',
  'entirely',
  'if',
  'thanks',
  ',',
  'because',
  'as',
  'since',
  'here',
  'there',
]);
const casts = phrases('cast | tint | haze | glare | shine | noise | grain');
const gone = phrases(
  'be taken down | taken down | be removed | be deleted | be erased | be gone | be taken out | be taken away | be edited out | be cut out | be left out | be painted out | be hidden',
  'removed | deleted | erased | gone | taken out | edited out | needs removing | need removing | has to go | have to go | needs to go',
  'need to go | should go | must go | can go | could go | to go | should disappear | disappear | vanish | must disappear | shouldnt be there | shouldnt be here',
  'should not be there | should not be here | shouldnt be in | should not be in | doesnt belong | does not belong | dont belong',
);
const absences = phrases(
  'no | no more | without | i dont need | we dont need | i dont want | we dont want | we do not want | we do not need | i do not want | i dont want to see',
  'we dont want to see | there should be no | there shouldnt be a | there shouldnt be any | there must be no',
);
const idioms = phrases(
  'no changes | no change | no need | no worries | no problem | no notes | no idea | no way | no thanks | no thank | no further | no rush | no hurry | no comments | no other | no one | without any | no issues',
);
const disturbing = phrases(
  'is distracting | are distracting | is annoying | is in the way | is too much | is ugly | looks messy | is disturbing | bothers me | is unnecessary | looks out of place',
);
