import { breathe } from '../breathe.ts';
import { type EngineCandidate, EngineError, type EngineRequest } from '../engine.ts';
import { findThing, type Thing } from './findThing.ts';
import { litMatte, litMatteBehind } from './litMatte.ts';
import { type Look, lookAt } from './look.ts';
import type { Matte } from './matte.ts';
import { paint } from './paint.ts';
import { createRelightDye } from './relightDye.ts';
import type { Run, WishOf } from './run.ts';

/** How far each variant goes of what is asked. */
const amounts = [1, 0.65, 1.35, 0.45, 1.6];
/** Less of the region than this is not what a light was asked for: then the region itself is. */
const leastShare = 0.2;
/** More of the region than this leaves nothing to lie behind it. */
const mostInFront = 0.85;
const background = /\b(background|backdrop|surroundings)\b/i;
const middleGrey = 0.55;

/** What is lit anew, and the lightness that contrast turns round. */
type Relit = { readonly matte: Matte; readonly pivot: number; readonly unmatched: number };

/**
 * Changes the light on the thing that the note names, or on the region where it names none.
 *
 * @throws EngineError `engine.nothing-permitted`
 */
export async function relight(
  request: EngineRequest,
  wish: WishOf<'relight'>,
  { signal, progress }: Run,
): Promise<readonly EngineCandidate[]> {
  if (!request.permittedAlpha.some((value) => value > 0)) {
    throw new EngineError('engine.nothing-permitted', 'Nothing in this region may change.');
  }
  const isNamed = wish.thing !== null || request.intent.keep.length > 0;
  const relit =
    (isNamed ? await relitThing(request, wish.thing ?? '', signal) : null) ?? relitRegion(request);
  progress(0.5);
  const candidates: EngineCandidate[] = [];
  for (let variant = 0; variant < request.variants; variant += 1) {
    await breathe(signal);
    const amount = (amounts[variant % amounts.length] ?? 1) * request.strength;
    const { warmth, brightness, contrast, saturation } = wish.change;
    const change = {
      warmth: warmth * amount,
      brightness: brightness * amount,
      contrast: contrast * amount,
      saturation: Math.max(-1, saturation * amount),
    };
    const dye = createRelightDye(change, relit.pivot);
    const painted = paint(request, relit.matte, { dye, lean: null });
    candidates.push({ ...painted, seed: request.seed, figures: { unmatched: relit.unmatched } });
    progress(0.5 + (0.5 * candidates.length) / request.variants);
  }
  return candidates;
}

async function relitThing(request: EngineRequest, name: string, signal: AbortSignal): Promise<Relit | null> {
  const look = lookAt(request);
  await breathe(signal);
  const thing = look && findThing(look, null);
  if (!thing) return null;
  await breathe(signal);
  const share = shareOfRegion(look, thing);
  if (share < leastShare) return null;
  const { unmatched } = thing;
  if (!background.test(name)) {
    return { matte: litMatte(request, look, thing), pivot: thing.body.median, unmatched };
  }
  if (share > mostInFront) return null;
  return { matte: litMatteBehind(request, look, thing), pivot: middleGrey, unmatched };
}

function shareOfRegion({ region }: Look, { mask }: Thing): number {
  let inside = 0;
  let all = 1;
  for (let i = 0; i < region.length; i += 1) {
    if ((region[i] ?? 0) < 128) continue;
    all += 1;
    inside += mask[i] ?? 0;
  }
  return inside / all;
}

function relitRegion({ crop: { width, height }, permittedAlpha }: EngineRequest): Relit {
  const none = new Float32Array(0);
  const mixed = new Int32Array(width * height).fill(-1);
  const matte = { left: 0, top: 0, width, height, alpha: permittedAlpha, mixed, own: none, shares: none };
  return { matte, pivot: middleGrey, unmatched: 0 };
}
