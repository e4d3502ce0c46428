import { phraseAt, phrases } from './phrases.ts';
import type { Words } from './words.ts';

/** Exposure as photographers say it, and where its words stand. */
export type StopsSaid = {
  readonly at: number;
  readonly end: number;
  /** Doublings of light; without a word for more or less, more. */
  readonly stops: number;
  /** Whether its own words say which way. */
  readonly isSigned: boolean;
};

/** No picture holds more. */
const most = 4;

/** “two stops”, “half a stop”, “1/3 stop”, “a stop and a half”, “-1 EV”, “down one stop”, “twice as bright”. */
export function stopsIn(words: Words): StopsSaid | null {
  const unit = words.findIndex((_, at) => isUnit(words, at));
  return unit === -1 ? timesIn(words) : countedStops(words, unit);
}

/** A stop sign is no exposure. */
function isUnit(words: Words, at: number): boolean {
  const next = words[at + 1]?.text;
  return units.has(words[at]?.text ?? '') && (next === undefined || behindUnit.has(next));
}

function countedStops(words: Words, unit: number): StopsSaid | null {
  const count = countBefore(words, unit);
  if (!count) return null;
  const isMore = phraseAt(words, unit + 1, andHalf);
  const afterCount = unit + 1 + isMore;
  const stops = Math.min(most, count.value + (isMore > 0 ? 0.5 : 0));
  const lead = words[count.at - 1]?.text === 'by' ? 2 : 1;
  const before = signAt(words, count.at - lead);
  const after = signAt(words, afterCount);
  const sign = before || after;
  return {
    at: before ? count.at - lead : count.at,
    end: !before && after ? afterCount + 1 : afterCount,
    stops: (sign || 1) * stops,
    isSigned: sign !== 0,
  };
}

type Count = { readonly at: number; readonly value: number };

/** The number right before a unit: “half a”, “1/3”, “1.5”, “two”, “a”. */
function countBefore(words: Words, unit: number): Count | null {
  for (const length of [4, 3, 2, 1]) {
    const at = unit - length;
    const value = at < 0 ? null : numberOf(words.slice(at, unit));
    if (value !== null) return { at, value };
  }
  return null;
}

function numberOf(words: Words): number | null {
  const said = words.map(({ text }) => text).join(' ');
  const named = numbers[said];
  if (named !== undefined) return named;
  if (words.length === 2 && words[1]?.gap === '/') {
    const share = Number(words[0]?.text) / Number(words[1].text);
    return share > 0 && Number.isFinite(share) ? share : null;
  }
  const isNumber = words.length === 1 && /^\d{1,2}(?:[.,]\d{1,2})?$/.test(said);
  return (isNumber && Number(said.replace(',', '.'))) || null;
}

function timesIn(words: Words): StopsSaid | null {
  for (let at = 0; at < words.length; at += 1) {
    const length = phraseAt(words, at, doublings) || phraseAt(words, at, halvings);
    if (length === 0) continue;
    return { at, end: at + length, stops: phraseAt(words, at, doublings) > 0 ? 1 : -1, isSigned: true };
  }
  return null;
}

function signAt(words: Words, at: number): 1 | -1 | 0 {
  const text = words[at]?.text ?? '';
  if (ups.has(text)) return 1;
  return downs.has(text) ? -1 : 0;
}

const behindUnit = new Set(
  'and brighter darker lighter up down over under more less please on of in for to at the with but too , . ! ? warmer cooler'.split(
    ' ',
  ),
);
const units = new Set(['stop', 'stops', 'ev']);
const numbers: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  'half a': 0.5,
  half: 0.5,
  'a half': 0.5,
  'a third of a': 1 / 3,
  'third of a': 1 / 3,
  'a quarter': 0.25,
  'quarter of a': 0.25,
  'one and a half': 1.5,
  'two thirds of a': 2 / 3,
  'three quarters of a': 0.75,
  'a couple of': 2,
  'a few': 3,
};
const andHalf = phrases('and a half');
const doublings = phrases('twice as bright | twice as light | double the light | double the brightness');
const halvings = phrases(
  'half as bright | half as light | twice as dark | half the light | half the brightness',
);
const ups = new Set(['up', 'plus', 'over', 'brighter', 'lighter']);
const downs = new Set(['down', 'minus', 'under', 'less', 'darker']);
