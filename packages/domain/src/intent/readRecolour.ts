import type { Clause } from './clauses.ts';
import { type ColourSpot, coloursIn } from './colours.ts';
import type { Kit } from './kit.ts';
import {
  addVerbs,
  changeVerbs,
  extendVerbs,
  lightVerbs,
  paintVerbs,
  removeVerbs,
  replaceVerbs,
} from './lexicon.ts';
import { anyOf, findPhrase, phraseAt, phrases } from './phrases.ts';
import { asked, doubtful, type Reading, sureOf } from './reading.ts';
import { namesNothing, thingOf } from './thing.ts';
import type { Words } from './words.ts';

/**
 * A colour that something is to become. Colours play one of three parts: the one wanted, the one to
 * be rid of (“instead of red”), or a mark of the thing meant (“the red cup”), which also says what it is now.
 *
 * @param kit a brand's own colours
 */
export function readRecolour({ words, isWanted, isNegated }: Clause, kit: Kit): Reading | null {
  if (isNegated || phraseAt(words, 0, otherVerbs) > 0) return null;
  const spots = coloursIn(words, kit).map((spot) => ({ ...spot, part: partOf(words, spot) }));
  const wanted = spots.filter(({ part }) => part === 'wanted');
  const [first, second] = wanted;
  if (!first) return byGivenColour(words, spots);
  const isPair = second !== undefined && linksPair(words, first, second);
  const to = isPair ? second : first;
  const verb = phraseAt(words, 0, colourVerbs);
  if (verb === 0 && !isWanted && !isAsked(words, to)) return null;

  const place = thingWords(words, verb, isPair ? [first, second] : [first], spots);
  const thing = thingOf(place);
  const from = isPair
    ? first
    : (spots.find(({ part }) => part === 'unwanted') ?? markOf(spots, words, place));
  const isSeveral = wanted.length > (isPair ? 2 : 1);
  const isUnsure = isSeveral || to.isVague || words[to.at - 1]?.text === 'more';
  return asked(
    { kind: 'recolour', thing, from: from?.colour ?? null, to: to.colour },
    isUnsure ? doubtful : sureOf(thing),
  );
}

type Part = 'wanted' | 'unwanted' | 'mark';
type Spot = ColourSpot & { readonly part: Part };

function partOf(words: Words, spot: ColourSpot): Part {
  if (isUnwanted(words, spot.at)) return 'unwanted';
  const next = words[spot.at + spot.length]?.text;
  const before = words[spot.at - 1]?.text ?? '';
  if (next === 'one' || next === 'ones') return before === 'the' ? 'mark' : 'wanted';
  return next === undefined || afterColour.has(next) ? 'wanted' : 'mark';
}

function isUnwanted(words: Words, at: number): boolean {
  const isArticle = articles.has(words[at - 1]?.text ?? '');
  const end = isArticle ? at - 1 : at;
  return [3, 2, 1].some((length) => {
    const start = end - length;
    return start >= 0 && phraseAt(words, start, unwantedLeads) === length;
  });
}

/** “from red to blue”, “swap the red for blue”. */
function linksPair(words: Words, a: ColourSpot, b: ColourSpot): boolean {
  return words.slice(a.at + a.length, b.at).some(({ text }) => pairLinks.has(text));
}

/** Whether words without a verb of change still ask: “the cup should be blue”, “blue, please”, “not red, blue”. */
function isAsked(words: Words, to: ColourSpot): boolean {
  if (findPhrase(words, statements)) return false;
  if (to.at === 0 || phraseAt(words, 0, refusals) > 0) return true;
  return findPhrase(words, becoming) !== null || phraseAt(words, 0, nounStarts) > 0;
}

function thingWords(
  words: Words,
  verb: number,
  targets: readonly ColourSpot[],
  spots: readonly Spot[],
): Words {
  const [first] = targets;
  const cut = Math.min(first?.at ?? words.length, findPhrase(words, unwantedLeads, verb)?.at ?? words.length);
  const before = words.slice(verb, cut);
  if (!namesNothing(before)) return before;
  for (const spot of spots.toReversed()) {
    const after = words.slice(spot.at + spot.length);
    const end = spots.find(({ at }) => at > spot.at)?.at;
    const where = findPhrase(end === undefined ? after : words.slice(spot.at + spot.length, end), places);
    if (where)
      return after.slice(
        where.at + where.length,
        end === undefined ? undefined : end - spot.at - spot.length,
      );
  }
  return [];
}

/** The colour by which the thing itself was named. */
function markOf(spots: readonly Spot[], words: Words, place: Words): Spot | undefined {
  const [firstWord] = place;
  const start = firstWord ? words.indexOf(firstWord) : -1;
  return spots.find(
    ({ part, at }) => part === 'mark' && start >= 0 && at >= start && at < start + place.length,
  );
}

/** “give the cup a blue glaze”: the colour stands before a noun, and is wanted all the same. */
function byGivenColour(words: Words, spots: readonly Spot[]): Reading | null {
  const verb = phraseAt(words, 0, givingVerbs);
  const given = spots.find(({ at }) => at > verb && indefinite.has(words[at - 1]?.text ?? ''));
  if (verb === 0 || !given) return null;
  const thing = thingOf(words.slice(verb, given.at - 1));
  const from = spots.find(({ part, at }) => part === 'unwanted' || at < given.at)?.colour ?? null;
  return asked({ kind: 'recolour', thing, from, to: given.colour }, doubtful);
}

const colourVerbs = anyOf(
  changeVerbs,
  paintVerbs,
  replaceVerbs,
  phrases('try | trying | go | use | using | pick | choose'),
);
const otherVerbs = anyOf(removeVerbs, extendVerbs, lightVerbs, phrases('move'), withoutGive());
const givingVerbs = phrases('give | make | paint');
const indefinite = new Set(['a', 'an']);
const articles = new Set(['the', 'a', 'an', 'this', 'that', 'its', 'all']);
const unwantedLeads = phrases(
  'instead of | rather than | from | not | no longer | in place of | as opposed to | over | than | and not | too | less | so',
);
const refusals = phrases('not | no longer | instead of | rather than');
const pairLinks = new Set(['to', 'into', 'with', 'by', 'for']);
const statements = phrases('is | are | was | were | looks | love | loves | loved | has');
const becoming = phrases(
  'be | become | becomes | in | to | into | instead | go | better | should | must | needs | for | please | like',
);
const nounStarts = phrases('the | her | his | their | this | that | our | my | these | those');
const places = phrases('for | on | of | to');
const afterColour = new Set(
  [
    'instead rather not please to into with for by and or but than like as again on in of at if so then too now',
    'would is might looks works thanks thank tone tones colour colours shade hue tint version finish maybe though from , % ! ?',
    'similar colored coloured all throughout everywhere because since that which',
  ].flatMap((line) => line.split(' ')),
);

/** “give” opens an addition or a colour; which, the rest of the clause tells. */
function withoutGive() {
  const kept = [...addVerbs].filter(([first]) => first !== 'give');
  return new Map(kept);
}
