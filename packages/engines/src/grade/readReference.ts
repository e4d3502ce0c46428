import type { NamedColour } from '@pinpaint/domain';
import type { ReferenceSample } from '../engine.ts';
import { bodyModel } from './bodyModel.ts';
import { findThing } from './findThing.ts';
import { type Look, lookAt } from './look.ts';
import { meantColour } from './meantColour.ts';
import { type Mood, moodOf } from './mood.ts';
import type { LitTint } from './namedTint.ts';

/** What a reference is like: the colour of the thing it shows, and the mood of all of it. */
export type Reference = { readonly body: LitTint; readonly mood: Mood };

/**
 * @param colour which of its colours is meant; null: the one there is most of
 * @returns null where it has no pixels
 */
export function readReference(
  { crop, alpha }: ReferenceSample,
  colour: NamedColour | null,
): Reference | null {
  const locked = new Uint8Array(alpha.length);
  const look = lookAt({ crop, permittedAlpha: alpha, region: alpha, locked });
  if (!look?.region.some((value) => value >= 128)) return null;
  return { body: bodyIn(look, colour), mood: moodOf(look, look.region) };
}

function bodyIn(look: Look, colour: NamedColour | null): LitTint {
  const thing = findThing(look, colour);
  const meant = thing ? null : meantColour(look, colour);
  const weights = thing
    ? Float32Array.from(thing.mask)
    : Float32Array.from(look.region, (value) => (value >= 128 ? 1 : 0));
  const { body } = thing ?? { body: bodyModel(look, weights, meant ?? moodOf(look, look.region)) };
  return { ...body.tint, lightness: body.median };
}
