import type { Clause } from './clauses.ts';
import { coloursIn } from './colours.ts';
import type { Kit } from './kit.ts';
import { dropLead, dropTail, phrases } from './phrases.ts';
import { asked, doubtful, likely, type Reading } from './reading.ts';
import { thingOf } from './thing.ts';

/**
 * “Turquoise cup, please”: the thing as it should be, and nothing else. Asked after all others, for a colour
 * before a thing is mostly a mark of it.
 *
 * @param kit a brand's own colours
 */
export function readColoured({ words, isNegated }: Clause, kit: Kit): Reading | null {
  const named = dropLead(words, articles);
  const [spot, other] = coloursIn(named, kit);
  if (isNegated || spot?.at !== 0 || other) return null;
  const things = dropTail(named.slice(spot.length), courtesies);
  const thing = thingOf(things);
  if (thing === null || things.length > fewWords) return null;
  const isPlain = things.length === 1 && named.at(-1)?.text === 'please' && !spot.isVague;
  return asked({ kind: 'recolour', thing, from: null, to: spot.colour }, isPlain ? likely : doubtful);
}

const articles = phrases('a | an');
const courtesies = phrases('please | thanks | thank you | ,');
const fewWords = 2;
