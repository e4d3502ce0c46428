import type { LightChange } from './intent.ts';
import { type Phrases, phrases } from './phrases.ts';

/** Which side of the light a word moves, and which way it points. */
export type LightMove = Partial<LightChange>;

const warm = { warmth: 1 };
const cool = { warmth: -1 };
const bright = { brightness: 1 };
const dark = { brightness: -1 };
const hard = { contrast: 1 };
const soft = { contrast: -1 };
const rich = { saturation: 1 };
const dull = { saturation: -1 };

/** A picture without colours. */
export const monochromes = phrases(
  'black and white | black & white | b & w | b and w | bw | monochrome | greyscale | gray scale | grey scale',
);

/** These ask by themselves: “warmer”. */
export const comparatives = table({
  'warmer | toastier': warm,
  'cooler | colder | icier': cool,
  'brighter | lighter | airier': bright,
  'darker | dimmer': dark,
  'punchier | contrastier | crisper': hard,
  'flatter | softer': soft,
  'more vivid | more saturated | more vibrant | more colourful | more intense | richer | vivider': rich,
  'duller | more muted | more subdued | desaturated | paler': dull,
  underexposed: bright,
  'overexposed | blown out': dark,
  'washed out': hard,
  sunnier: { warmth: 1, brightness: 1 },
  moodier: { brightness: -1, contrast: 1 },
});

/** These say what is, or with “make it” what should be: “too dark”, “less warm”. */
export const adjectives = table({
  'warm | yellow | orange | sunny': warm,
  'cool | cold | blue | icy': cool,
  'bright | light': bright,
  'dark | dim | gloomy': dark,
  'contrasty | harsh | punchy': hard,
  flat: soft,
  'saturated | vivid | vibrant | colourful | garish': rich,
  'dull | muted | desaturated | pale': dull,
});

export const lightNouns = table({
  'warmth | warm light | sunlight | sunshine': warm,
  'brightness | exposure | light | lighting': bright,
  contrast: hard,
  'saturation | colour | vibrance | vibrancy': rich,
});

/** Only as the verb a clause begins with; what follows is the thing. */
export const lightVerbMoves = table({
  'warm up | warm | warming up': warm,
  'cool down | cool | cooling down | cool off': cool,
  'brighten up | brighten | brightening | lighten up | lighten | light up': bright,
  'darken | darkening | dim | dim down': dark,
  saturate: rich,
  desaturate: dull,
});

export const upWords = phrases(
  'more | push | increase | raise | boost | bump up | turn up | add | extra | higher | some | bring up | up',
);
export const downWords = phrases(
  'less | reduce | decrease | lower | turn down | tone down | bring down | take down | not so much | down',
);

/** Words that turn an adjective round: what is too dark is to be brighter. */
export const tooWords = phrases('too | less | not so | not as | not that | way too | not quite so | overly');
export const moreWords = phrases('more | nice and | really | very | much');
/** In a statement these complain, politely: “a bit dark”. */
export const mildly = phrases(
  'a bit | a little | a little bit | rather | somewhat | kind of | kinda | a tad | a touch',
);

/** How far, 0…1; without a word for it, `usualAmount`. */
export const usualAmount = 0.6;
export const amounts: readonly (readonly [number, Phrases])[] = [
  [1 / 2, phrases('by half | by a half')],
  [1 / 3, phrases('by a third | by one third')],
  [1 / 4, phrases('by a quarter | by one quarter')],
  [0.8, phrases('quite a bit | a fair bit | a good bit | noticeably | quite | clearly | visibly')],
  [
    0.35,
    phrases(
      'a bit | a little bit | bit | slightly | a little | little | a touch | touch | a tad | tad | somewhat | subtly | a hair | a smidge | a notch | gently | ever so slightly | a shade',
    ),
  ],
  [
    1,
    phrases(
      'much | a lot | lot | lots | way | far | a good deal | significantly | considerably | dramatically | really | very | super | loads | massively | a great deal | heaps | strongly',
    ),
  ],
];

export type LightTable = readonly (readonly [Phrases, LightMove])[];

function table(moves: Readonly<Record<string, LightMove>>): LightTable {
  return Object.entries(moves).map(([words, move]) => [phrases(words), move]);
}
