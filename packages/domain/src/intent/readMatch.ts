import type { Clause } from './clauses.ts';
import { coloursIn } from './colours.ts';
import { anyOf, dropLead, dropTail, findPhrase, phraseAt, phrases } from './phrases.ts';
import { asked, doubtful, type Reading, sureOf } from './reading.ts';
import { namesNothing, thingOf } from './thing.ts';
import type { Words } from './words.ts';

/** A thing that is to look like another: “make it match the cup on the left”, “same red as in the reference”. */
export function readMatch({ words, isWanted, isNegated }: Clause): Reading | null {
  if (isNegated) return null;
  return byMatching(words) ?? bySameness(words, isWanted);
}

/** “match the cup to the saucer”, “make the cup match the saucer”, “it should match the reference”. */
function byMatching(words: Words): Reading | null {
  const verb = findPhrase(words, matches);
  if (!verb) return null;
  const before = dropTail(dropLead(words.slice(0, verb.at), openings), fillers);
  const rest = words.slice(verb.at + verb.length);
  const link = findPhrase(rest, links);
  // “match the cup to the saucer” names both behind the verb.
  if (link && link.at > 0 && namesNothing(before)) {
    return reading(rest.slice(0, link.at), rest.slice(link.at + link.length));
  }
  return reading(before, dropLead(rest, links));
}

/** “the same red as in the reference”, “the cup in the same colour as the saucer”. */
function bySameness(words: Words, isWanted: boolean): Reading | null {
  const same = findPhrase(words, sames);
  const link = same && findPhrase(words, asLinks, same.at + same.length);
  if (!same || !link) return null;
  const between = words.slice(same.at + same.length, link.at);
  const colour = coloursIn(between)[0]?.colour;
  if (!colour && !findPhrase(between, qualities)) return null;
  const verb = phraseAt(words, 0, openings);
  const said = reading(dropTail(words.slice(verb, same.at), fillers), words.slice(link.at + link.length));
  const found = said?.wish.kind === 'match' && colour ? { ...said, wish: { ...said.wish, colour } } : said;
  const isAsked = verb > 0 || isWanted || same.at === 0 || findPhrase(words, wants) !== null;
  return found && !isAsked ? { ...found, confidence: doubtful } : found;
}

function reading(thingWords: Words, likeWords: Words): Reading | null {
  const like = thingOf(likeWords);
  if (like === null) return null;
  const thing = thingOf(thingWords);
  return asked({ kind: 'match', thing, like }, Math.min(sureOf(thing), sureOf(like)));
}

const matches = phrases(
  'match | matches | matching | colour match | match with | match up with | match the colour of | match the light of | match the tone of | match the look of',
);
const openings = phrases(
  'make | making | get | have | give | set | paint | colour | please | let | bring | adjust | change | recolour | use',
);
const fillers = anyOf(
  phrases(
    'should | must | to | be | is | in | needs to | need to | the | a | an | exactly | more | better | closely | colour | has',
  ),
);
const links = phrases('to | with | as in | like');
const sames = phrases('the same | same | the exact same | exactly the same');
const asLinks = phrases('as in | as on | as that of | as the one in | as the one on | as | like in | like');
const qualities = phrases(
  'colour | colours | tone | tones | shade | hue | tint | light | lighting | look | brightness | warmth',
);
const wants = phrases('should | must | needs | need | be');
