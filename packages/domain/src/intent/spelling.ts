/**
 * The word as the reader's tables have it: British, and with one slip of the finger put right where a
 * word of the reader's own is meant. Only matching uses it; what a client wrote is shown as written.
 */
export function spelledRight(word: string): string {
  const known = variants.get(word);
  if (known) return known;
  if (word.length < shortestGuess || vocabulary.has(word) || lookalikes.has(word)) return word;
  for (const candidate of vocabulary) {
    if (candidate[0] === word[0] && isOneSlipApart(word, candidate)) return candidate;
  }
  return word;
}

/** In shorter words one letter makes another word: cooler, cooker; warm, farm. */
const shortestGuess = 6;

const vocabulary = new Set(
  [
    'remove delete change replace extend expand recolour please without background',
    'brighter brighten darken darker warmer lighter contrast saturation exposure brightness',
    'instead square portrait landscape slightly everything orange yellow purple',
    'turquoise burgundy terracotta cobalt',
  ].flatMap((line) => line.split(' ')),
);

/** Words of their own, one letter from one of the reader's. */
const lookalikes = new Set(['chance', 'charge', 'expend', 'extent', 'lighted', 'lighten']);

const variants = new Map(
  Object.entries({
    color: 'colour',
    colors: 'colours',
    colur: 'colour',
    coulour: 'colour',
    gray: 'grey',
    recolor: 'recolour',
    recoloring: 'recolouring',
    recolored: 'recoloured',
    colorful: 'colourful',
    colored: 'coloured',
    center: 'centre',
    pls: 'please',
    plz: 'please',
    plse: 'please',
    thx: 'thanks',
    blu: 'blue',
    bleu: 'blue',
    gren: 'green',
    teh: 'the',
    u: 'you',
    abit: 'bit',
    alot: 'lot',
    brigter: 'brighter',
  }),
);

/** One letter added, left out, mistaken, or two swapped; an ending in -s or -d is no slip. */
function isOneSlipApart(word: string, candidate: string): boolean {
  if (Math.abs(word.length - candidate.length) > 1) return false;
  let at = 0;
  while (at < word.length && word[at] === candidate[at]) at += 1;
  if (word.length > candidate.length) {
    const isEnding = at === candidate.length && /[sd]$/.test(word);
    return !isEnding && word.slice(at + 1) === candidate.slice(at);
  }
  if (word.length < candidate.length) return word.slice(at) === candidate.slice(at + 1);
  if (word.slice(at + 1) === candidate.slice(at + 1)) return true;
  const swapped = word[at] === candidate[at + 1] && word[at + 1] === candidate[at];
  return swapped && word.slice(at + 2) === candidate.slice(at + 2);
}
