import { breathe } from '../breathe.ts';
import { type EngineCandidate, EngineError, type EngineRequest } from '../engine.ts';
import { createDye, type Dye } from './dye.ts';
import { findThing, type Thing } from './findThing.ts';
import { type Lean, leanUnderFeather } from './leanUnderFeather.ts';
import { type Look, lookAt } from './look.ts';
import type { Matte } from './matte.ts';
import { matteOf } from './matte.ts';
import { createMoodDye, type Mood, moodOf } from './mood.ts';
import { outlineOf } from './outline.ts';
import { paint } from './paint.ts';
import { type Reference, readReference } from './readReference.ts';
import { regionMatte } from './regionMatte.ts';
import type { Run, WishOf } from './run.ts';
import { shareOfRegion } from './shareOfRegion.ts';

/** How far each variant goes in lightness; in colour all go the whole way. */
const lightnessShares = [1, 0.7, 0.85, 0.5, 0.3];
/** Less of the region than this is no thing in it: then all of the region is matched. */
const leastShare = 0.35;

/**
 * Gives the thing in the region the colour and the lightness of the reference; where no thing stands out, the
 * whole region its mood: mean and spread of light, mean tint.
 *
 * @throws EngineError `engine.nothing-permitted`, `engine.reference-missing`, `engine.reference-empty`
 */
export async function match(
  request: EngineRequest,
  wish: WishOf<'match'>,
  { signal, progress }: Run,
): Promise<readonly EngineCandidate[]> {
  const look = lookAt(request);
  if (!look) throw new EngineError('engine.nothing-permitted', 'Nothing in this region may change.');
  const reference = referenceOf(request, wish);
  await breathe(signal);
  const thing = findThing(look, null);
  progress(0.4);
  await breathe(signal);
  const isThing = thing !== null && shareOfRegion(look, thing.mask) >= leastShare;
  const matched = isThing
    ? matchedThing(request, { look, thing, reference })
    : matchedRegion(request, look, reference);
  progress(0.7);
  const candidates: EngineCandidate[] = [];
  for (let variant = 0; variant < request.variants; variant += 1) {
    await breathe(signal);
    const dye = matched.dyeAt(lightnessShares[variant % lightnessShares.length] ?? 1);
    const painted = paint(request, matched.matte, { dye, lean: matched.lean });
    candidates.push({ ...painted, seed: request.seed, figures: { unmatched: matched.unmatched } });
    progress(0.7 + (0.3 * candidates.length) / request.variants);
  }
  return candidates;
}

function referenceOf({ reference }: EngineRequest, { like, colour }: WishOf<'match'>): Reference {
  if (!reference) {
    throw new EngineError(
      'engine.reference-missing',
      `Nobody has shown what “${like}” looks like. Recolour it instead, and give the colour.`,
    );
  }
  const read = readReference(reference, colour ?? null);
  if (!read)
    throw new EngineError('engine.reference-empty', `“${like}” shows nothing that could be matched.`);
  return read;
}

type Matched = {
  readonly matte: Matte;
  readonly lean: Lean | null;
  readonly unmatched: number;
  readonly dyeAt: (lightnessShare: number) => Dye;
};

type Found = { readonly look: Look; readonly thing: Thing; readonly reference: Reference };

function matchedThing(request: EngineRequest, { look, thing, reference }: Found): Matched {
  const matte = matteOf(request.crop, outlineOf(request.crop, look, thing));
  const { strength } = request;
  return {
    matte,
    lean: leanUnderFeather(request, look, thing.mask, matte),
    unmatched: thing.unmatched,
    dyeAt: (lightnessShare) => createDye({ body: thing.body, to: reference.body, lightnessShare, strength }),
  };
}

function matchedRegion({ strength, ...request }: EngineRequest, look: Look, reference: Reference): Matched {
  const from: Mood = moodOf(look, look.region);
  return {
    matte: regionMatte(request),
    lean: null,
    unmatched: 0,
    dyeAt: (lightnessShare) => createMoodDye({ from, to: reference.mood, lightnessShare, strength }),
  };
}
