import { type BodyModel, bodyModel, tintOfBody } from './bodyModel.ts';
import { glossDensity, type Likeness, likeness } from './likeness.ts';
import type { Look } from './look.ts';
import type { LitTint } from './namedTint.ts';
import { surroundings } from './surroundings.ts';
import { greyTint, tintLength } from './tint.ts';

/** What a thing looks like, and what tells it from what lies around it. */
export type Colours = { readonly body: BodyModel; readonly like: Likeness };

/**
 * How far from the meant tint a pixel may be to teach what the thing looks like: a share of the tint's
 * length, within these. Pale things have near neighbours.
 */
const reachOfLength = 0.3;
const leastReach = 0.042;
const mostReach = 0.085;
/** Once the thing is known at each level of light, it may stray a little further there. */
const learntReach = 1.2;
/** A grey is also this near in lightness. */
const greyReach = 0.17;

/**
 * @param sure how surely each look pixel is the thing, 0…1
 * @param known what was learnt before; null at first
 */
export function learnColours(
  look: Look,
  sure: Float32Array,
  meant: LitTint,
  known: BodyModel | null,
): Colours {
  const close = closenessTo(look, meant, known);
  const inside = sure.map((value, i) =>
    (close[i] ?? 0) > 0 && (look.locked[i] ?? 0) < 128 ? ((look.region[i] ?? 0) / 255) * value : 0,
  );
  const body = bodyModel(look, inside, meant);
  const gloss = glossDensity(body);
  const outside = sure.map((value, i) => {
    if ((look.locked[i] ?? 0) > 127) return 0;
    const region = (look.region[i] ?? 0) / 255;
    // What could be the thing's gloss tells nothing about its neighbours in the region, nor does the thing's
    // own colour outside: it may be the thing itself, cut by the region.
    const other = (1 - value) / (1 + gloss(look.lightness[i] ?? 0, look.tintA[i] ?? 0, look.tintB[i] ?? 0));
    return region * other + (1 - region) * (1 - (close[i] ?? 0));
  });
  return { body, like: likeness(body, surroundings(look, outside)) };
}

/** 1 for the meant colour itself, 0 from a certain reach on. */
export function closenessTo(look: Look, meant: LitTint, known: BodyModel | null): Float32Array {
  const length = tintLength(meant);
  const reach = Math.min(mostReach, Math.max(leastReach, reachOfLength * length)) * (known ? learntReach : 1);
  return look.lightness.map((lightness, i) => {
    const centre = known ? tintOfBody(known, lightness) : meant;
    const a = ((look.tintA[i] ?? 0) - centre.a) / reach;
    const b = ((look.tintB[i] ?? 0) - centre.b) / reach;
    const l = length < greyTint ? (lightness - meant.lightness) / greyReach : 0;
    return Math.max(0, 1 - a * a - b * b - l * l);
  });
}
