import { type ColourPlane, type CutWish, cutPicture, guessedIn } from './cutPicture.ts';
import { fitMixture, groupByPart, type Mixture } from './mixture.ts';
import { splitColours } from './splitColours.ts';

export type GrabWish = Pick<CutWish, 'plane' | 'known' | 'leaning' | 'colourWeight' | 'signal'> & {
  readonly turns?: number;
};

export type Grabbed = {
  /** 1 for each pixel inside. */
  readonly inside: Uint8Array;
  readonly insideColours: Mixture;
  readonly outsideColours: Mixture;
};

const parts = 5;
const mostTurns = 3;
/** Colours are learnt from no more pixels than this of each side, evenly taken. */
const mostLearnt = 6_000;
/** A share of all pixels; fewer than this that change sides change nothing. */
const settled = 0.001;

/**
 * Rother, Kolmogorov and Blake, "GrabCut", 2004: colours of both sides are learnt from a guess, the picture is cut
 * by them, and they are learnt again from the cut.
 *
 * @returns null when one side has no pixel to learn from
 */
export function grabCut(wish: GrabWish): Grabbed | null {
  const { plane, known, turns = mostTurns } = wish;
  let inside: Uint8Array = known.map((state) => (state >= guessedIn ? 1 : 0));
  let models = learn(plane, inside);
  for (let turn = 0; models && turn < turns; turn += 1) {
    wish.signal?.throwIfAborted();
    const cut = cutPicture({ ...wish, ...models });
    const changed = countChanged(inside, cut);
    inside = cut;
    if (changed <= settled * inside.length) break;
    models = learn(plane, inside, models);
  }
  return models && { inside, insideColours: models.inside, outsideColours: models.outside };
}

type Models = { readonly inside: Mixture; readonly outside: Mixture };

export function learn({ colours }: ColourPlane, inside: Uint8Array, before?: Models): Models | null {
  const [ins, outs] = [pixelsOf(inside, 1), pixelsOf(inside, 0)];
  if (ins.length === 0 || outs.length === 0) return null;
  const groups = (pixels: Uint32Array, known: Mixture | undefined) =>
    known ? groupByPart(known, colours, pixels) : splitColours(colours, pixels, parts);
  return {
    inside: fitMixture(colours, groups(ins, before?.inside)),
    outside: fitMixture(colours, groups(outs, before?.outside)),
  };
}

function pixelsOf(inside: Uint8Array, side: 0 | 1): Uint32Array {
  let count = 0;
  for (let i = 0; i < inside.length; i += 1) if (inside[i] === side) count += 1;
  const step = Math.max(1, count / mostLearnt);
  const pixels = new Uint32Array(Math.min(count, mostLearnt));
  let [seen, taken] = [0, 0];
  for (let i = 0; i < inside.length && taken < pixels.length; i += 1) {
    if (inside[i] !== side) continue;
    if (seen >= taken * step) {
      pixels[taken] = i;
      taken += 1;
    }
    seen += 1;
  }
  return pixels.subarray(0, taken);
}

function countChanged(a: Uint8Array, b: Uint8Array): number {
  let changed = 0;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) changed += 1;
  return changed;
}
