import { spelledRight } from './spelling.ts';

type Word = {
  /** For matching: lower case, no apostrophe, British, common slips of the finger put right. */
  readonly text: string;
  /** As it was written. */
  readonly raw: string;
  /** What stood between it and the word before. */
  readonly gap: ' ' | '-' | '/' | '';
};

export type Words = readonly Word[];

/** Nobody's note is longer; what comes after is not read, so that no note can keep the reader busy. */
export const readLimit = 4000;

// Hexadecimal colours, numbers with a ratio or per cent, words with apostrophes, marks. Each
// alternative is linear: no repetition inside a repetition can match the same text twice.
const pieces =
  /#[0-9a-f]{3,8}(?![\p{L}\p{N}])|\d+(?:[.,]\d+)?(?:\s?[:x×]\s?\d+(?:[.,]\d+)?|\s?%)?|[\p{L}\p{N}]+(?:'\p{L}+)*|[.,;:!?()\n—–&]|-/giu;

/** A line break inside a sentence is only layout; before a bullet, a number or a capital it ends one. */
const softBreak = /\n(?![ \t]*[-*•\d\p{Lu}\n])/gu;

/** “rgb(28, 57, 187)” and “hex 1c39bb” are brought into the one form the rest knows. */
const rgb = /\brgb ?\( ?(\d{1,3}) ?, ?(\d{1,3}) ?, ?(\d{1,3}) ?\)/gi;
const spokenHex = /\bhex(?: code)?:? ([0-9a-f]{6})\b/gi;

/** “+1 EV”, “-2 stops”: elsewhere a dash ends a clause. */
const signedStops = /([-+−–]) ?(\d{1,2}(?:[.,]\d{1,2})?) ?(ev|stops?)\b/gi;

export function splitWords(note: string): Words {
  const text = note
    .slice(0, readLimit)
    .normalize('NFKC')
    .slice(0, readLimit)
    .replaceAll('\r', '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(softBreak, ' ')
    .replace(rgb, (_, ...parts: string[]) => hexOfRgb(parts.slice(0, 3)))
    .replace(spokenHex, '#$1')
    .replace(signedStops, (_, sign: string, count: string, unit: string) =>
      [sign === '+' ? 'up' : 'down', count, unit].join(' '),
    );
  const words: Word[] = [];
  let end = 0;
  for (const { 0: raw, index } of text.matchAll(pieces)) {
    const between = text.slice(end, index);
    const hyphen = raw === '-';
    if (hyphen && between === '' && isLetter(text[index + 1])) continue;
    const gap = between === '' || between === '-' || between === '/' ? between : ' ';
    words.push({ text: spelledRight(raw.toLowerCase().replaceAll("'", '')), raw, gap });
    end = index + raw.length;
  }
  return words;
}

/** The words as they were written. */
export function rawText(words: Words): string {
  return words.map(({ raw, gap }, index) => (index === 0 ? raw : gap + raw)).join('');
}

function hexOfRgb(parts: readonly string[]): string {
  const byte = (part: string) => Math.min(255, Number(part)).toString(16).padStart(2, '0');
  return `#${parts.map(byte).join('')}`;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
