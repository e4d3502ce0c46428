import { breathe } from '../breathe.ts';
import { type EngineCandidate, EngineError, type EngineRequest } from '../engine.ts';
import { createDye } from './dye.ts';
import { findThing } from './findThing.ts';
import { leanUnderFeather } from './leanUnderFeather.ts';
import { lookAt } from './look.ts';
import { matteOf } from './matte.ts';
import { namedTint } from './namedTint.ts';
import { outlineOf } from './outline.ts';
import { paint } from './paint.ts';
import type { Run, WishOf } from './run.ts';

/** How much of the way to the target's lightness each variant goes; the hue is the target's in all. */
const lightnessShares = [0.85, 0.5, 1, 0.65, 0.3];

/**
 * Finds the thing meant and gives it another colour.
 *
 * @throws EngineError `engine.nothing-permitted`, `engine.thing-not-found`
 */
export async function recolour(
  request: EngineRequest,
  wish: WishOf<'recolour'>,
  { signal, progress }: Run,
): Promise<readonly EngineCandidate[]> {
  const look = lookAt(request);
  if (!look) throw new EngineError('engine.nothing-permitted', 'Nothing in this region may change.');
  await breathe(signal);
  const thing = findThing(look, wish.from);
  if (!thing) throw new EngineError('engine.thing-not-found', notFound(wish));
  progress(0.4);
  await breathe(signal);
  const outline = outlineOf(request.crop, look, thing);
  await breathe(signal);
  const matte = matteOf(request.crop, outline);
  const lean = leanUnderFeather(request, look, thing.mask, matte);
  progress(0.7);
  const candidates: EngineCandidate[] = [];
  const shares = Array.from(
    { length: request.variants },
    (_, i) => lightnessShares[i % lightnessShares.length] ?? 1,
  );
  for (const lightnessShare of shares) {
    await breathe(signal);
    const dye = createDye({
      body: thing.body,
      to: namedTint(wish.to),
      lightnessShare,
      strength: request.strength,
    });
    candidates.push({
      ...paint(request, matte, { dye, lean }),
      seed: request.seed,
      figures: { unmatched: thing.unmatched },
    });
    progress(0.7 + (0.3 * candidates.length) / request.variants);
  }
  return candidates;
}

function notFound({ thing, from }: WishOf<'recolour'>): string {
  const what = [from?.name, thing?.replace(/^(the|a|an|her|his|its|their|my|our|your) /i, '')]
    .filter(Boolean)
    .join(' ');
  return what ? `Nothing in this region looks like “${what}”.` : 'No single thing stands out in this region.';
}
