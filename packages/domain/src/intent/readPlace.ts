import type { PlacedArtwork } from '../placement/placement.ts';
import type { Clause } from './clauses.ts';
import type { Wish } from './intent.ts';
import { isNameAt } from './kit.ts';
import { placeVerbs } from './lexicon.ts';
import { anyOf, type Found, findPhrase, phraseAt, phrases } from './phrases.ts';
import { asked, doubtful, likely, type Reading, sureOf } from './reading.ts';
import { readReplace } from './readReplace.ts';
import { thingOf } from './thing.ts';
import { splitWords, type Words } from './words.ts';

/** The artworks of a brand kit, each with the words of its name. */
export type KitArtworks = readonly { readonly words: readonly string[]; readonly artwork: PlacedArtwork }[];

export function artworksOf(artworks: readonly PlacedArtwork[]): KitArtworks {
  return artworks
    .map((artwork) => ({ words: splitWords(artwork.name).map(({ text }) => text), artwork }))
    .filter(({ words }) => words.length > 0);
}

/** Artwork that exists and must not be invented: “put our logo on the mug”, “swap the label for the real one”. */
export function readPlace(clause: Clause, kit: KitArtworks): Reading | null {
  return byPlacing(clause, kit) ?? bySwapping(clause, kit);
}

/** The kit's artwork that a note means: the one it names, or has more words of than of any other, or the only one. */
export function withArtwork(wish: Wish | null, words: Words, kit: KitArtworks): Wish | null {
  if (wish?.kind !== 'place') return wish;
  const meant = (longestNamed(words, kit) ?? mostAlike(words, kit) ?? onlyOne(kit))?.artwork;
  return meant ? { ...wish, artwork: meant } : wish;
}

function byPlacing({ words, isWanted, isNegated }: Clause, kit: KitArtworks): Reading | null {
  const art = isNegated ? null : artIn(words, kit);
  if (!art) return null;
  const verb = phraseAt(words, 0, placeVerbs);
  if (verb === 0 && !isWanted && art.at > bareReach) return null;
  const where = findPhrase(words, verb > 0 ? destinations : locations);
  // “put the cup next to the logo”: the artwork only says where.
  if (where && where.at < art.at) return null;
  const thing = thingOf(words.slice(verb));
  const isClear = verb > 0 || (isWanted && where !== null);
  return thing === null || (!isClear && !where)
    ? null
    : asked({ kind: 'place', thing }, isClear ? sureOf(thing) : doubtful);
}

/** Replacing, where what is to come exists already: “the real one”, “our label”, an artwork by its name. */
function bySwapping(clause: Clause, kit: KitArtworks): Reading | null {
  const wish = readReplace(clause)?.wish;
  if (wish?.kind !== 'replace') return null;
  const by = splitWords(wish.by);
  if (longestNamed(by, kit)) return asked({ kind: 'place', thing: wish.by }, sureOf(wish.by));
  const isArt = findPhrase(by, artworks) !== null;
  const isOne = findPhrase(by, ones) !== null && findPhrase(splitWords(wish.thing ?? ''), artworks) !== null;
  if (!(isArt || isOne) || !findPhrase(by, existing)) return null;
  return asked({ kind: 'place', thing: wish.by }, likely);
}

function artIn(words: Words, kit: KitArtworks): Found | null {
  const named = kit.flatMap(({ words: name }) => {
    const at = words.findIndex((_, k) => isNameAt(words, k, name));
    return at === -1 ? [] : [{ at, length: name.length }];
  });
  return findPhrase(words, artworks) ?? named[0] ?? ownIn(words, kit);
}

/** “our mark”, where the kit has an artwork that is called a mark. */
function ownIn(words: Words, kit: KitArtworks): Found | null {
  const at = words.findIndex(
    ({ text }, k) => owners.has(text) && kit.some(({ words: name }) => name.at(-1) === words[k + 1]?.text),
  );
  return at === -1 ? null : { at, length: 2 };
}

function mostAlike(words: Words, kit: KitArtworks): KitArtworks[number] | undefined {
  const said = new Set(words.map(({ text }) => text));
  const scored = kit
    .map((entry) => ({ entry, score: entry.words.filter((word) => said.has(word)).length }))
    .toSorted((a, b) => b.score - a.score);
  const [best, next] = scored;
  return best && best.score > (next?.score ?? 0) ? best.entry : undefined;
}

function onlyOne(kit: KitArtworks): KitArtworks[number] | undefined {
  return kit.length === 1 ? kit[0] : undefined;
}

function longestNamed(words: Words, kit: KitArtworks): KitArtworks[number] | undefined {
  return kit
    .filter(({ words: name }) => words.some((_, at) => isNameAt(words, at, name)))
    .toSorted((a, b) => b.words.length - a.words.length)[0];
}

const owners = new Set('our your brand'.split(' '));
const bareReach = 4;
const artworks = phrases(
  'logo | logotype | label | artwork | wordmark | watermark | brand mark | emblem | decal | crest | badge | our design | qr code | barcode | slogan | tagline | headline | sticker | our packaging | our pattern',
);
const existing = phrases(
  'real | actual | proper | correct | right | official | genuine | approved | final | our | ours | our own | attached | brand | the one',
);
const ones = phrases('one | ones | ours | thing | version');
const locations = phrases(
  'on | onto | in | into | at | across | above | below | under | next to | beside | over | near',
);
const destinations = anyOf(locations, phrases('to'));
