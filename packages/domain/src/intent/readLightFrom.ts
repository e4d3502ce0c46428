import type { Clause } from './clauses.ts';
import type { LightSide } from './intent.ts';
import { addVerbs } from './lexicon.ts';
import { dropLead, dropTail, type Found, findPhrase, phraseAt, phrases } from './phrases.ts';
import { doubtful, likely, type Reading, sureOf } from './reading.ts';
import { readRelight } from './readRelight.ts';
import { thingOf } from './thing.ts';
import type { Words } from './words.ts';

/** Light that is to come from a side: “light from the left”, “move the key light to the right”, “lit from above”. */
export function readLightFrom(clause: Clause): Reading | null {
  const { words } = clause;
  if (clause.isNegated) return null;
  const spot = sideIn(words);
  if (!spot) return null;
  const before = words.slice(0, spot.at);
  const after = words.slice(spot.end);
  const more = readRelight({ ...clause, words: after })?.wish;
  const named = thingBefore(before) ?? thingAfter(after);
  const thing = named && isWhole(named) ? null : named;
  const isSaid = spot.isFrom && findPhrase(before, statements) !== null && findPhrase(before, wants) === null;
  const none = { warmth: 0, brightness: 0, contrast: 0, saturation: 0 };
  return {
    wish: {
      kind: 'relight',
      thing,
      change: more?.kind === 'relight' ? more.change : none,
      lightFrom: spot.side,
    },
    // A light that is moved may be a lamp.
    confidence: Math.min(isSaid ? doubtful : spot.isFrom ? 1 : likely, sureOf(thing)),
    isAsked: !isSaid,
  };
}

type SideSpot = {
  readonly at: number;
  readonly end: number;
  readonly side: LightSide;
  readonly isFrom: boolean;
};

function sideIn(words: Words): SideSpot | null {
  const light = findPhrase(words, lights);
  if (!light || isLamp(words, light)) return null;
  for (let at = light.at + light.length; at < words.length; at += 1) {
    const isFrom = phraseAt(words, at, froms) > 0;
    const isTo = phraseAt(words, 0, moves) > 0 && phraseAt(words, at, tos) > 0;
    if (!isFrom && !isTo) continue;
    const lead = phraseAt(words, at, isFrom ? froms : tos);
    const found = sideAt(words, at + lead);
    if (found) return { at, end: at + lead + found.length, side: found.side, isFrom };
  }
  return null;
}

/** “add a light from the left” asks for a thing. */
function isLamp(words: Words, { at }: Found): boolean {
  return (
    phraseAt(words, 0, addVerbs) > 0 && (words[at - 1]?.text === 'a' || words[at - 1]?.text === 'another')
  );
}

function sideAt(words: Words, at: number): { readonly side: LightSide; readonly length: number } | null {
  for (const [side, set] of sides) {
    const length = phraseAt(words, at, set);
    if (length > 0) return { side, length: length + phraseAt(words, at + length, sideTails) };
  }
  return null;
}

/** “light her face”, “the light on her face”, “her face lit”. */
function thingBefore(before: Words): string | null {
  const words = dropLead(before, openings);
  const verb = phraseAt(words, 0, lightVerbs);
  const rest = verb > 0 ? words.slice(verb) : words;
  const light = findPhrase(rest, lights);
  if (!light) return verb > 0 ? thingOf(dropTail(rest, arrivals)) : null;
  const where = whereBehind(rest, light);
  if (where) return thingOf(dropTail(rest.slice(where.at + where.length), arrivals));
  return thingOf(dropTail(rest.slice(0, light.at), leadsToLight));
}

function whereBehind(words: Words, light: Found): Found | null {
  const where = findPhrase(words, places, light.at + light.length);
  return where && where.at === light.at + light.length ? where : null;
}

function thingAfter(after: Words): string | null {
  const length = phraseAt(after, 0, places);
  return length > 0 ? thingOf(after.slice(length)) : null;
}

function isWhole(thing: string): boolean {
  return /^(?:(?:the|this) )?(?:whole |entire )?(?:image|picture|photo|shot|scene|frame|everything)$/i.test(
    thing,
  );
}

const lights = phrases(
  'the key light | key light | the main light | main light | the light source | light source | the light | lights | light | the lighting | lighting | relight',
  'lit | the sun | sun | sunlight | illuminate | illuminated | side light | the key',
);
const lightVerbs = phrases('light | relight | illuminate | lighting');
const moves = phrases(
  'move | turn | shift | swing | bring | rotate | put | push | pull | switch | change | place',
);
const froms = phrases('from the | from | coming from the | coming from');
const tos = phrases('to the | to come from the | over to the | round to the | around to the | on the | to');
const sides: readonly (readonly [LightSide, ReturnType<typeof phrases>])[] = [
  ['top-left', phrases('top left | upper left | left and above | above left')],
  ['top-right', phrases('top right | upper right | right and above | above right')],
  ['bottom-left', phrases('bottom left | lower left | below left')],
  ['bottom-right', phrases('bottom right | lower right | below right')],
  ['left', phrases('left | other side left')],
  ['right', phrases('right')],
  ['top', phrases('top | above | overhead | directly above')],
  ['bottom', phrases('bottom | below | beneath | underneath')],
  ['front', phrases('front | camera | the front')],
];
const sideTails = phrases('side | hand side | instead | corner');
const openings = phrases(
  'make | making | have | get | give | show | keep | set | do | want | see | move | turn | shift | swing | bring | rotate | put | push | pull | more',
);
const places = phrases('on | of | in | for | across | over | onto');
const arrivals = phrases(
  'come | comes | coming | fall | falls | falling | shine | shining | to | should | must | is | be | a bit | more | hit | hits | instead',
);
const leadsToLight = phrases(
  'should | must | be | is | with | to | by | a | some | nice | soft | more | in | and | , | have | has | get | needs',
);
const statements = phrases('is | was | comes | falls | looks | hits');
const wants = phrases('should | must | could | can | needs | need | make | to come | to be');
