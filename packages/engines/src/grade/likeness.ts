import { type BodyModel, bodyLevels, tintOfBody } from './bodyModel.ts';
import type { Look } from './look.ts';
import type { LogDensity } from './surroundings.ts';
import { tintLength } from './tint.ts';

/** log of how much likelier a colour is the thing's than its surroundings', −limit…limit. */
export type Likeness = (lightness: number, tintA: number, tintB: number) => number;

/** No single pixel may outvote all of its neighbours. */
const limit = 6;
/** OKLab L. Below, tints are so coarse that they say less the darker it is. */
export const dimBelow = 0.25;

/** Steps of lightness between which the body's levels are looked up. */
const steps = 255;
const fields = 6;

export function likeness(body: BodyModel, rest: LogDensity): Likeness {
  const table = tableOf(body);
  const gloss = glossDensity(body);
  return (lightness, tintA, tintB) => {
    const at = Math.round(Math.min(1, Math.max(0, lightness)) * steps) * fields;
    const a = tintA - (table[at] ?? 0);
    const b = tintB - (table[at + 1] ?? 0);
    const stray =
      (table[at + 2] ?? 0) * a * a + 2 * (table[at + 3] ?? 0) * a * b + (table[at + 4] ?? 0) * b * b;
    const asBody = (table[at + 5] ?? 0) - stray / 2;
    const thing = asBody > -2 ? asBody : Math.log(Math.exp(asBody) + gloss(lightness, tintA, tintB));
    const more = Math.min(limit, Math.max(-limit, thing - rest(lightness, tintA, tintB)));
    return lightness < dimBelow ? (more * lightness) / dimBelow : more;
  };
}

/** For each step the body's tint, the inverse covariance of the nearest level, and its peak. */
function tableOf(body: BodyModel): Float64Array {
  const table = new Float64Array((steps + 1) * fields);
  for (let step = 0; step <= steps; step += 1) {
    const lightness = step / steps;
    const { a, b } = tintOfBody(body, lightness);
    const nearest = Math.min(bodyLevels - 1, Math.floor(lightness * bodyLevels));
    const { aa, ab, bb, peak } = body.levels[nearest] ?? noLevel;
    table.set([a, b, aa, ab, bb, peak], step * fields);
  }
  return table;
}

const noLevel = { aa: 0, ab: 0, bb: 0, peak: -limit };

/** What each pixel's colour and place say together; in units of likeness. */
export function votesOf(
  { lightness, tintA, tintB }: Look,
  like: Likeness,
  places: Float32Array,
): Float32Array {
  const votes = new Float32Array(places.length);
  for (let i = 0; i < votes.length; i += 1) {
    votes[i] = (places[i] ?? 0) + like(lightness[i] ?? 0, tintA[i] ?? 0, tintB[i] ?? 0);
  }
  return votes;
}

/** Of a thing, the share that is gloss. */
const glossShare = 0.05;
/** How far the light's own tint may lead aside from the line between the body's tint and white. */
const glossSpread = 0.035;

/** Density of gloss over lightness × tint: the body's tint on its way to white, and brighter than most of the body. */
export function glossDensity({ tint, median, isGrey }: BodyModel): Likeness {
  const length = tintLength(tint);
  if (isGrey) return () => 0;
  const peak = glossShare / (length * glossSpread * Math.sqrt(2 * Math.PI) * (1 - median));
  return (lightness, tintA, tintB) => {
    const along = (tintA * tint.a + tintB * tint.b) / length;
    if (lightness < median || along < 0.2 * length || along > length) return 0;
    const aside = (tintB * tint.a - tintA * tint.b) / length / glossSpread;
    return peak * Math.exp((-aside * aside) / 2);
  };
}
