import { type Colours, closenessTo, learnColours } from './learnColours.ts';
import { votesOf } from './likeness.ts';
import type { Look } from './look.ts';
import type { LitTint } from './namedTint.ts';
import { bondsOf, type Sides, settle } from './settle.ts';
import { thinLook, thinned } from './thinLook.ts';

/** Each learns one step further into shade and light. */
const rounds = 2;
/** While learning a rough answer is enough. */
const sweeps = 3;
/** Look pixels. Of more than this a quarter teaches as much: the first rounds are rough. */
const enough = 40_000;
/** In units of likeness: what its place speaks against more than this does not begin as the thing. */
const unlikelyPlace = -0.5;

/** What the thing looks like, learnt from what has the meant colour, and from what settles round it. */
export function learnThing(look: Look, meant: LitTint, places: Float32Array): Colours {
  if (places.length > enough) {
    const fewer = thinLook(look);
    return learnThing(fewer, meant, thinned(places, look, fewer));
  }
  const bonds = bondsOf(look);
  const close = closenessTo(look, meant, null);
  let sides: Sides = new Float32Array(close.length);
  for (let i = 0; i < close.length; i += 1) {
    if (close[i] === 0) sides[i] = -1;
    else if ((places[i] ?? 0) > unlikelyPlace) sides[i] = 1;
  }
  let known = learnColours(look, sides, meant, null);
  for (let round = 0; round < rounds; round += 1) {
    sides = settle(votesOf(look, known.like, places), bonds, look, { sweeps, from: null });
    known = learnColours(look, sides, meant, known.body);
  }
  return known;
}
