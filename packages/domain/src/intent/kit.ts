import { cssColours } from './cssColours.ts';
import type { NamedColour } from './intent.ts';
import { paintColours } from './paintColours.ts';
import { splitWords, type Words } from './words.ts';

/** A brand's own colours, each with the words of its name. */
export type Kit = readonly { readonly words: readonly string[]; readonly colour: NamedColour }[];

export type KitColour = { readonly length: number; readonly colour: NamedColour };

export function kitOf(colours: readonly NamedColour[]): Kit {
  return colours
    .map((colour) => ({ words: splitWords(colour.name).map(({ text }) => text), colour }))
    .filter(({ words }) => words.length > 0);
}

export function isBrandWord(text: string): boolean {
  return brandWords.has(text);
}

/**
 * “Acme blue” by its whole name; “brand blue” where one colour of the kit alone is a blue by its name. A name that
 * everybody uses (“blue”) means the kit's colour only behind a word for the brand: a client may want any blue.
 */
export function kitColourAt(words: Words, at: number, kit: Kit): KitColour | null {
  const whole = kit
    .filter((entry) => isNameAt(words, at, entry.words))
    .filter((entry) => !isCommon(entry.words) || brandWords.has(words[at - 1]?.text ?? ''))
    .toSorted((a, b) => b.words.length - a.words.length)[0];
  if (whole) return { length: whole.words.length, colour: whole.colour };
  if (!brandWords.has(words[at]?.text ?? '')) return null;
  const exact = kit.find((entry) => isNameAt(words, at + 1, entry.words));
  if (exact) return { length: 1 + exact.words.length, colour: exact.colour };
  const said = words[at + 1]?.text;
  const [one, another] = kit.filter((entry) => said !== undefined && entry.words.includes(said));
  return one && !another ? { length: 2, colour: one.colour } : null;
}

/** Whether the words of a name stand there, one after the other. */
export function isNameAt(words: Words, at: number, name: readonly string[]): boolean {
  return name.every((text, k) => words[at + k]?.text === text);
}

function isCommon(name: readonly string[]): boolean {
  const joined = name.join('');
  return joined in cssColours || joined in paintColours;
}

const brandWords = new Set('our brand corporate company house signature'.split(' '));
