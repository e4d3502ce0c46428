import { darkened, deepened, lightened, mixed, paled, vivid } from './colourMath.ts';
import { cssColours } from './cssColours.ts';
import type { NamedColour } from './intent.ts';
import { isBrandWord, type Kit, kitColourAt } from './kit.ts';
import { monochromes } from './lightWords.ts';
import { paintColours } from './paintColours.ts';
import { phraseAt, phrases } from './phrases.ts';
import type { Words } from './words.ts';

type Hex = NamedColour['hex'];

/** A colour in a note: where its words begin, how many they are, and what they mean. */
export type ColourSpot = {
  readonly at: number;
  readonly length: number;
  readonly colour: NamedColour;
  /** “our brand blue”: which blue that is, the words don't tell. */
  readonly isVague: boolean;
};

/**
 * Every colour named, by words or hexadecimal, from left to right. “Black and white” is none: it is a picture
 * without colours.
 *
 * @param kit a brand's own colours; they come before those that everybody knows
 */
export function coloursIn(words: Words, kit: Kit = []): readonly ColourSpot[] {
  const spots: ColourSpot[] = [];
  for (let at = 0; at < words.length; at += 1) {
    at += phraseAt(words, at, monochromes);
    const spot = colourAt(words, at, kit);
    if (!spot) continue;
    spots.push(spot);
    at = spot.at + spot.length - 1;
  }
  return spots;
}

function colourAt(words: Words, at: number, kit: Kit): ColourSpot | null {
  const first = words[at]?.text ?? '';
  const own = kitColourAt(words, at, kit);
  if (own) return { at, ...own, isVague: false };
  const hex = hexOf(first);
  if (hex) return { at, length: 1, colour: { name: hex, hex }, isVague: false };
  if (isThing(words, at)) return null;
  const whole = namedAt(words, at);
  if (whole) return spotOf(words, at, whole);
  const shade = shades.get(first);
  const between = shade ? shadeOf(words, at + 1) : 0;
  const rest = shade ? colourAt(words, at + 1 + between, kit) : null;
  if (!shade || !rest || rest.colour.hex === rest.colour.name) return null;
  const name = `${first} ${rest.colour.name}`;
  return { ...rest, at, length: rest.length + 1 + between, colour: { name, hex: shade(rest.colour.hex) } };
}

/** “a darker shade of blue”: how many words stand between the shade and its colour. */
function shadeOf(words: Words, at: number): number {
  return shadeNouns.has(words[at]?.text ?? '') && words[at + 1]?.text === 'of' ? 2 : 0;
}

type Named = { readonly length: number; readonly hex: Hex };

/** “navy”, “sky blue”, “cobalt blue” (a paint and its family), “blue-green” and “greenish blue” (between). */
function namedAt(words: Words, at: number): Named | null {
  const first = singleAt(words, at);
  if (!first) return null;
  const next = singleAt(words, at + first.length);
  if (!next || next.length > 1) return first;
  const nextText = words[at + first.length]?.text ?? '';
  if (!families.has(nextText)) return first;
  const length = first.length + next.length;
  const isFamily = first.length === 1 && (families.has(words[at]?.text ?? '') || isTinge(words, at));
  return { length, hex: isFamily ? mixed(first.hex, next.hex, isTinge(words, at) ? 0.7 : 0.5) : first.hex };
}

function singleAt(words: Words, at: number): Named | null {
  for (let length = 3; length > 0; length -= 1) {
    const part = words.slice(at, at + length);
    const hex = names.get(part.map(({ text }) => text).join(''));
    if (hex && part.length === length) return { length, hex };
  }
  const tinge = isTinge(words, at) ? names.get(stemOf(words[at]?.text ?? '')) : undefined;
  return tinge ? { length: 1, hex: tinge } : null;
}

function spotOf(words: Words, at: number, { length, hex }: Named): ColourSpot {
  const before = words[at - 1]?.text ?? '';
  return { at, length, colour: { name: nameOf(words, at, length), hex }, isVague: isBrandWord(before) };
}

function nameOf(words: Words, at: number, length: number): string {
  return words
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(' ');
}

function hexOf(text: string): Hex | null {
  if (!/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/.test(text)) return null;
  const digits = text.slice(1);
  return `#${digits.length === 6 ? digits : Array.from(digits, (digit) => digit + digit).join('')}`;
}

/** “the rose”, “an orange” as a thing: a word for both, after an article and not before a noun of its own. */
function isThing(words: Words, at: number): boolean {
  if (!alsoThings.has(words[at]?.text ?? '')) return false;
  const before = words[at - 1]?.text ?? '';
  const next = words[at + 1]?.text;
  const endsPhrase = next === undefined || afterThings.has(next) || names.has(next);
  return articles.has(before) && endsPhrase && !isPaint(words, at);
}

/** “paint this sand”: what is pointed at gets a colour. */
function isPaint(words: Words, at: number): boolean {
  const isPointed = words[at - 1]?.text === 'this' || words[at - 1]?.text === 'that';
  return isPointed && at === words.length - 1 && phraseAt(words, at - 2, paints) === 1;
}

function isTinge(words: Words, at: number): boolean {
  const text = words[at]?.text ?? '';
  return text.endsWith('ish') && names.has(stemOf(text));
}

function stemOf(tinge: string): string {
  const stem = tinge.slice(0, -3);
  return names.has(stem) ? stem : (irregularTinges[stem] ?? stem);
}

const irregularTinges: Readonly<Record<string, string>> = {
  redd: 'red',
  blu: 'blue',
  purpl: 'purple',
  orang: 'orange',
  whit: 'white',
};
const names: ReadonlyMap<string, Hex> = new Map<string, Hex>([
  ...Object.entries<Hex>(paintColours),
  ...Object.entries<Hex>(cssColours),
  // On a thing a screen's yellow is greenish; this is the elementary yellow of the Natural Color System.
  ['yellow', '#ffd300'],
]);
const families = new Set('red orange yellow green blue purple violet pink brown black white grey'.split(' '));
const shadeNouns = new Set(['shade', 'tone', 'tint', 'hue']);
const articles = new Set('the a an that this her his their my our your one'.split(' '));
const afterThings = new Set(
  'be is are on in from by with out off and to should must needs look looks . , ! ?'.split(' '),
);
const alsoThings = new Set(
  'rose orange peach plum olive lime lemon salmon cherry raspberry apricot tomato thistle chocolate pearl snow sand stone moss mint lavender orchid coral seashell ginger wine'.split(
    ' ',
  ),
);
const paints = phrases('paint | repaint | colour | recolour | dye | tint');
const shades: ReadonlyMap<string, (hex: Hex) => Hex> = new Map([
  ...each('light lighter lightest', lightened),
  ...each('pale paler pastel baby powder soft softer', paled),
  ...each('dark darker darkest', darkened),
  ...each('deep deeper rich richer', deepened),
  ...each('bright brighter vivid strong neon', vivid),
]);

function each(list: string, change: (hex: Hex) => Hex): [string, (hex: Hex) => Hex][] {
  return list.split(' ').map((word) => [word, change]);
}
