import { type BodyModel, bodyModel, tintOfBody } from './bodyModel.ts';
import { glossDensity, type Likeness, likeness } from './likeness.ts';
import type { Look } from './look.ts';
import type { LitTint } from './namedTint.ts';
import type { Sides } from './settle.ts';
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
 * @param sides how surely each look pixel is the thing; what is unsure teaches nothing
 * @param known what was learnt before; null at first
 */
export function learnColours(look: Look, sides: Sides, meant: LitTint, known: BodyModel | null): Colours {
  const { region, locked, lightness, tintA, tintB } = look;
  const close = closenessTo(look, meant, known);
  const inside = new Float32Array(sides.length);
  for (let i = 0; i < sides.length; i += 1) {
    if ((locked[i] ?? 0) > 127) continue;
    // What only just has the colour teaches less: neighbours of nearly the same hue would pull it their way.
    inside[i] = Math.min(1, 2 * (close[i] ?? 0)) * ((region[i] ?? 0) / 255) * Math.max(0, sides[i] ?? 0);
  }
  const body = bodyModel(look, inside, meant);
  const gloss = glossDensity(body);
  const outside = new Float32Array(sides.length);
  for (let i = 0; i < sides.length; i += 1) {
    if ((locked[i] ?? 0) > 127) continue;
    const share = (region[i] ?? 0) / 255;
    const rest = Math.max(0, -(sides[i] ?? 0));
    // What could be the thing's gloss tells nothing about its neighbours in the region, nor does the thing's
    // own colour outside: it may be the thing itself, cut by the region.
    const other = share === 0 ? 0 : rest / (1 + gloss(lightness[i] ?? 0, tintA[i] ?? 0, tintB[i] ?? 0));
    outside[i] = share * other + (1 - share) * (1 - (close[i] ?? 0)) * rest;
  }
  return { body, like: likeness(body, surroundings(look, outside)) };
}

/** 1 for the meant colour itself, 0 from a certain reach on. */
export function closenessTo(
  { lightness, tintA, tintB }: Look,
  meant: LitTint,
  known: BodyModel | null,
): Float32Array {
  const length = tintLength(meant);
  const reach = Math.min(mostReach, Math.max(leastReach, reachOfLength * length)) * (known ? learntReach : 1);
  const isGrey = length < greyTint;
  const { dark, bright } = known ?? { dark: meant.lightness, bright: meant.lightness };
  const close = new Float32Array(lightness.length);
  for (let i = 0; i < close.length; i += 1) {
    const light = lightness[i] ?? 0;
    const centre = known ? tintOfBody(known, light) : meant;
    const a = ((tintA[i] ?? 0) - centre.a) / reach;
    const b = ((tintB[i] ?? 0) - centre.b) / reach;
    const l = isGrey ? beyond(light, dark, bright) / greyReach : 0;
    close[i] = Math.max(0, 1 - a * a - b * b - l * l);
  }
  return close;
}

function beyond(value: number, from: number, upto: number): number {
  return Math.max(0, from - value, value - upto);
}
