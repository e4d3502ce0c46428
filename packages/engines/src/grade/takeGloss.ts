import type { BodyModel } from './bodyModel.ts';
import type { Look } from './look.ts';
import { inverted, nearby } from './nearby.ts';
import { borderOn, piecesOf } from './pieces.ts';
import { tintLength } from './tint.ts';

/** Lines of light are up to twice as wide, and one more; look pixels. */
const thinPx = 2.5;
/** How far above the thing's own lightness there: a share of what is left to white. */
const brighter = 0.3;
/** Of the body's tint, the most that is left in light. */
const paler = 0.85;
/** How far the light's own tint may lead aside from the line between the body's tint and white. */
const mostAside = 0.1;
/** Of a line's border: on the thing, and on the thing or what may be the thing. */
const shareOnThing = 0.3;
const shareOnEither = 0.7;
/** Look pixels. Fewer make no line: they are a neighbour's grain. */
const leastPixels = 7;
/** Light so near to what lies on the thing, in look pixels, is on that: a spoon's edge. */
const contourPx = 5;
/** Corners touch. */
const touchPx = 1.5;
/** In units of likeness: less is surely something else. */
const mayBe = -2.5;

type Known = {
  readonly body: BodyModel;
  readonly votes: Float32Array;
  /** The thing's lightness round each pixel. */
  readonly around: Float32Array;
  /** 1 where something else lies on the thing. */
  readonly lying: Uint8Array;
};

/**
 * Gives the thing the lines of light along its rim: gloss with the thing on one side, and on the other
 * what may be the thing as well. Bright edges of neighbours have a neighbour there. In place.
 *
 * @returns whether there was any
 */
export function takeGloss(look: Look, mask: Uint8Array, { body, votes, around, lying }: Known): boolean {
  const light = lightOn(look, mask, body, around);
  if (lying.includes(1)) {
    const beside = nearby(lying, look, contourPx);
    for (let i = 0; i < light.length; i += 1) if (beside[i] === 1) light[i] = 0;
  }
  if (!light.includes(1)) return false;
  const pieces = piecesOf(thinParts(look, light), look);
  if (pieces.count === 0) return false;
  const onThing = nearby(mask, look, touchPx);
  const onEither = onThing.slice();
  for (let i = 0; i < onEither.length; i += 1) {
    if ((votes[i] ?? 0) > mayBe && (look.locked[i] ?? 0) < 128) onEither[i] = 1;
  }
  const thing = borderOn(pieces, onThing, look);
  const either = borderOn(pieces, nearby(onEither, look, touchPx), look);
  const sizes = new Float64Array(pieces.count + 1);
  for (let i = 0; i < mask.length; i += 1) sizes[pieces.of[i] ?? 0] = (sizes[pieces.of[i] ?? 0] ?? 0) + 1;
  const isLine = Uint8Array.from(sizes, (size, piece) => {
    const lies = (thing[piece] ?? 0) >= shareOnThing && (either[piece] ?? 0) >= shareOnEither;
    return piece > 0 && size >= leastPixels && lies ? 1 : 0;
  });
  for (let i = 0; i < mask.length; i += 1) if (isLine[pieces.of[i] ?? 0] === 1) mask[i] = 1;
  return isLine.includes(1);
}

/** 1 where a pixel could be the light on the thing beside it. */
function lightOn(
  { lightness, tintA, tintB, locked }: Look,
  mask: Uint8Array,
  { tint }: BodyModel,
  around: Float32Array,
): Uint8Array {
  const length = tintLength(tint);
  const light = new Uint8Array(mask.length);
  for (let i = 0; i < light.length; i += 1) {
    const near = around[i] ?? 0;
    if (mask[i] === 1 || near === 0 || (locked[i] ?? 0) > 127) continue;
    if ((lightness[i] ?? 0) < near + brighter * (1 - near)) continue;
    const along = ((tintA[i] ?? 0) * tint.a + (tintB[i] ?? 0) * tint.b) / length;
    const aside = Math.abs((tintB[i] ?? 0) * tint.a - (tintA[i] ?? 0) * tint.b) / length;
    if (along > -mostAside / 3 && along < paler * length && aside < mostAside) light[i] = 1;
  }
  return light;
}

/** What is left of light without its broad parts, which are something else that is pale. */
function thinParts(look: Look, light: Uint8Array): Uint8Array {
  const broad = nearby(inverted(nearby(inverted(light), look, thinPx)), look, thinPx + 1);
  const thin = light.slice();
  for (let i = 0; i < thin.length; i += 1) if (broad[i] === 1) thin[i] = 0;
  return thin;
}
