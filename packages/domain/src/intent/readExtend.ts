import type { Clause } from './clauses.ts';
import type { Anchor, Aspect } from './intent.ts';
import { extendVerbs } from './lexicon.ts';
import { anyOf, findPhrase, phraseAt, phrases } from './phrases.ts';
import { asked, doubtful, likely, type Reading, sure } from './reading.ts';
import type { Words } from './words.ts';

/**
 * A shape the whole picture should have. Nothing is ever cut off, so “crop to 16:9” is doubtful.
 *
 * @param offered the aspect chosen beside the note, used where the note speaks of extending and names none
 */
export function readExtend({ words, isNegated }: Clause, offered: Aspect | null): Reading | null {
  if (isNegated) return null;
  const chosen = offered && findPhrase(words, extending) ? { aspect: offered, confidence: likely } : null;
  const named = ratioIn(words) ?? shapeIn(words) ?? chosen ?? sideIn(words);
  if (!named) return null;
  const confidence = findPhrase(words, crops) ? doubtful : named.confidence;
  return asked({ kind: 'extend', aspect: named.aspect, anchor: anchorIn(words) }, confidence);
}

type Named = { readonly aspect: Aspect; readonly confidence: number };

/** “16:9”, “2.39:1”, “21 by 9”. Two of them are two pictures, so the first is only a guess. */
function ratioIn(words: Words): Named | null {
  const ratios = words.map((_, at) => ratioAt(words, at)).filter((named) => named !== null);
  const [first] = ratios;
  return first && ratios.length > 1 ? { ...first, confidence: doubtful } : (first ?? null);
}

/** A time of day is none, nor are sizes out of all proportion. */
function ratioAt(words: Words, at: number): Named | null {
  const text = words[at]?.text ?? '';
  const numbers = /^(\d+(?:[.,]\d+)?)\s?([:x×])\s?(\d+(?:[.,]\d+)?)$/.exec(text) ?? spelledRatio(words, at);
  if (!numbers) return null;
  const [, first = '', mark = '', second = ''] = numbers;
  const isTime = mark === ':' && /^\d\d$/.test(second) && isTimeAt(words, at);
  const aspect = turned(words, reduced({ width: numberOf(first), height: numberOf(second) }));
  if (isTime || !isShape(aspect)) return null;
  if (mark === ':' || findPhrase(words, shapeWords)) return { aspect, confidence: sure };
  return words.length <= fewWords ? { aspect, confidence: likely } : null;
}

/** “1920×1080” is 16:9; small numbers stay as they were said. */
function reduced({ width, height }: Aspect): Aspect {
  if (!Number.isSafeInteger(width) || !Number.isSafeInteger(height) || width < 100) return { width, height };
  let [divisor, rest] = [width, height];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return { width: width / divisor, height: height / divisor };
}

/** “21 by 9”, “16 to 9”. */
function spelledRatio(words: Words, at: number): readonly string[] | null {
  const [first, link, second] = words.slice(at, at + 3).map(({ text }) => text);
  if (!first || !link || !second || !links.has(link)) return null;
  return /^\d{1,2}$/.test(first) && /^\d{1,2}$/.test(second) ? ['', first, 'by', second] : null;
}

function isTimeAt(words: Words, at: number): boolean {
  return hours.has(words[at - 1]?.text ?? '') || dayHalves.has(words[at + 1]?.text ?? '');
}

function isShape({ width, height }: Aspect): boolean {
  const ratio = width / height;
  return ratio >= 1 / mostStretched && ratio <= mostStretched;
}

/** “portrait 5:4” is meant as 4:5. */
function turned(words: Words, aspect: Aspect): Aspect {
  const { width, height } = aspect;
  const isWrong =
    (findPhrase(words, uprights) && width > height) || (findPhrase(words, lyings) && width < height);
  return isWrong ? { width: height, height: width } : aspect;
}

/** “square”, “portrait”, “widescreen”. A table can be square too: the picture has to be meant. */
function shapeIn(words: Words): Named | null {
  for (const [set, named] of shapes) {
    const found = findPhrase(words, set);
    if (found && meansPicture(words, found.at)) return named;
  }
  return null;
}

/** “extend upwards”: how far, only a person can say. */
function sideIn(words: Words): Named | null {
  const verb = phraseAt(words, 0, extendVerbs);
  if (verb === 0) return null;
  for (const [set, anchor] of anchors) {
    const side = findPhrase(words, set, verb);
    if (side && words.slice(verb, side.at).every(({ text }) => pictureWords.has(text)))
      return growing[anchor];
  }
  return null;
}

function meansPicture(words: Words, at: number): boolean {
  if (phraseAt(words, 0, extendVerbs) > 0 || findPhrase(words, shapeWords)) return true;
  const before = words.slice(0, at);
  if (before.length === 0) return words.length <= fewWords;
  return before.every(({ text }) => pictureWords.has(text));
}

function anchorIn(words: Words): Anchor {
  for (const [set, anchor] of anchors) if (findPhrase(words, set)) return anchor;
  return 'center';
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'));
}

const mostStretched = 5;
const fewWords = 6;
const links = new Set(['by', 'to', 'x']);
const hours = new Set(['by', 'at', 'before', 'until', 'till', 'after', 'around']);
const dayHalves = new Set(['am', 'pm', 'oclock', 'today', 'tomorrow', 'cet', 'gmt']);
const uprights = phrases('portrait | vertical | upright | tall');
const lyings = phrases('landscape | horizontal');
const crops = phrases('crop | cropped | trim | cut');
const pictureWords = new Set(
  'it this the image picture photo photograph shot frame canvas a as in into for to need make one whole be turn change please , perfect'.split(
    ' ',
  ),
);
const shapeWords = phrases(
  'aspect | ratio | format | version | wider | taller | extend | extended | expand | widen | outpaint | canvas | frame | framing | deliver | delivered | uncrop | for the film | banner | crop',
);
const extending = anyOf(
  extendVerbs,
  phrases(
    'extended | wider | taller | more space | more room | more headroom | more sky | bigger canvas | larger canvas | breathing room',
  ),
);
const shapes: readonly (readonly [ReturnType<typeof phrases>, Named])[] = [
  [phrases('square'), { aspect: { width: 1, height: 1 }, confidence: sure }],
  [
    phrases('instagram story | story format | stories | reel | reels | tiktok'),
    { aspect: { width: 9, height: 16 }, confidence: likely },
  ],
  [phrases('widescreen | wide screen'), { aspect: { width: 16, height: 9 }, confidence: likely }],
  [phrases('cinemascope | scope'), { aspect: { width: 2.39, height: 1 }, confidence: likely }],
  [phrases('portrait | vertical'), { aspect: { width: 4, height: 5 }, confidence: doubtful }],
  [phrases('landscape | horizontal'), { aspect: { width: 16, height: 9 }, confidence: doubtful }],
];
/** What a picture that grows on one side most often becomes; by where it stays. */
const wide: Named = { aspect: { width: 16, height: 9 }, confidence: doubtful };
const tall: Named = { aspect: { width: 4, height: 5 }, confidence: doubtful };
const growing = { center: wide, left: wide, right: wide, top: tall, bottom: tall } as const;
/** New pixels on one side mean that the picture stays at the other. */
const anchors: readonly (readonly [ReturnType<typeof phrases>, Anchor])[] = [
  [
    phrases(
      'both sides | either side | each side | centred | in the centre | in the middle | left and right | all sides',
    ),
    'center',
  ],
  [phrases('to the left | on the left | left side | leftwards'), 'right'],
  [phrases('to the right | on the right | right side | rightwards'), 'left'],
  [phrases('at the top | on top | above | upwards | upward | headroom | more sky | to the top'), 'bottom'],
  [phrases('at the bottom | below | downwards | downward | underneath | to the bottom'), 'top'],
];
