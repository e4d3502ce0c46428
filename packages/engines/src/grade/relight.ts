import { breathe } from '../breathe.ts';
import { type EngineCandidate, EngineError, type EngineRequest } from '../engine.ts';
import type { Dye } from './dye.ts';
import { findThing, type Thing } from './findThing.ts';
import { litMatte, litMatteBehind } from './litMatte.ts';
import { type Look, lookAt } from './look.ts';
import type { Matte } from './matte.ts';
import { inverted } from './nearby.ts';
import { paint } from './paint.ts';
import { pooledMatte } from './pooledMatte.ts';
import { createRelightDye } from './relightDye.ts';
import type { Run, WishOf } from './run.ts';
import { shareOfRegion } from './shareOfRegion.ts';
import { createTurnDye } from './turn/turnDye.ts';
import { type LitArea, type ReadTurn, turnOf } from './turn/turnOf.ts';
import { withoutHoles } from './withoutHoles.ts';

/** How far each variant goes of what is asked. */
const amounts = [1, 0.65, 1.35, 0.45, 1.6];
/** Less of the region than this is not what a light was asked for: then the region itself is. */
const leastShare = 0.2;
/** More of the region than this leaves nothing to lie behind it. */
const mostInFront = 0.85;
const background = /\b(background|backdrop|surroundings)\b/i;
const middleGrey = 0.55;

/** What is lit anew, and the lightness that contrast turns round. */
type Relit = {
  readonly matte: Matte;
  readonly pivot: number;
  readonly unmatched: number;
  readonly area: LitArea;
};

/**
 * Changes the light on the thing that the note names, or on the region where it names none: how much of it there
 * is, its tint, and the side it comes from.
 *
 * @throws EngineError `engine.nothing-permitted`, `engine.light-unclear`
 */
export async function relight(
  request: EngineRequest,
  wish: WishOf<'relight'>,
  { signal, progress }: Run,
): Promise<readonly EngineCandidate[]> {
  const look = lookAt(request);
  if (!look) throw new EngineError('engine.nothing-permitted', 'Nothing in this region may change.');
  await breathe(signal);
  const { lightFrom } = wish;
  // Only a thing with an outline tells by its shading where its light comes from.
  const isThing = wish.thing !== null || request.intent.keep.length > 0 || lightFrom !== undefined;
  const relit =
    (isThing ? await relitThing(request, look, { name: wish.thing ?? '', signal }) : null) ??
    relitRegion(request, look);
  const turn = lightFrom ? turnOf(look, relit.area, lightFrom) : null;
  progress(0.5);
  const candidates: EngineCandidate[] = [];
  for (let variant = 0; variant < request.variants; variant += 1) {
    await breathe(signal);
    const amount = (amounts[variant % amounts.length] ?? 1) * request.strength;
    const dye = dyeOf(wish, { look, relit, turn, amount });
    const painted = paint(request, relit.matte, { dye, lean: null });
    const figures = { unmatched: relit.unmatched, ...(turn && { lightExplained: turn.explained }) };
    candidates.push({ ...painted, seed: request.seed, figures });
    progress(0.5 + (0.5 * candidates.length) / request.variants);
  }
  return candidates;
}

type Lighting = {
  readonly look: Look;
  readonly relit: Relit;
  readonly turn: ReadTurn | null;
  readonly amount: number;
};

function dyeOf({ change, stops = 0 }: WishOf<'relight'>, { look, relit, turn, amount }: Lighting): Dye {
  const { warmth, brightness, contrast, saturation } = change;
  const changed = createRelightDye(
    {
      warmth: warmth * amount,
      brightness: brightness * amount,
      contrast: contrast * amount,
      saturation: Math.max(-1, saturation * amount),
      stops: stops * amount,
    },
    relit.pivot,
  );
  if (!turn) return changed;
  const turned = createTurnDye(look, relit.matte, { ...turn, amount });
  return (lab, pixels) => {
    turned(lab, pixels);
    changed(lab, pixels);
  };
}

type Named = { readonly name: string; readonly signal: AbortSignal };

async function relitThing(
  request: EngineRequest,
  look: Look,
  { name, signal }: Named,
): Promise<Relit | null> {
  const thing = findThing(look, null);
  if (!thing) return null;
  await breathe(signal);
  const share = shareOfRegion(look, thing.mask);
  if (share < leastShare) return null;
  const { unmatched } = thing;
  const mask = withoutHoles(look, thing.mask);
  if (!background.test(name)) {
    const area = { mask, surface: thing.mask, cut: cutOf(look, mask, thing), body: thing.body };
    return { matte: litMatte(request, look, thing), pivot: thing.body.median, unmatched, area };
  }
  if (share > mostInFront) return null;
  const behind = inverted(mask);
  const area = { ...regionOf(look), mask: behind, surface: behind };
  return { matte: litMatteBehind(request, look, thing), pivot: middleGrey, unmatched, area };
}

/** 1 where nothing may change though the thing may go on there. */
function cutOf(look: Look, mask: Uint8Array, { like }: Thing): Uint8Array {
  return mask.map((value, i) => {
    if ((look.permitted[i] ?? 0) >= 128) return 0;
    return value === 1 || like(look.lightness[i] ?? 0, look.tintA[i] ?? 0, look.tintB[i] ?? 0) > 0 ? 1 : 0;
  });
}

function relitRegion(request: EngineRequest, look: Look): Relit {
  return { matte: pooledMatte(request), pivot: middleGrey, unmatched: 0, area: regionOf(look) };
}

function regionOf({ permitted }: Look): LitArea {
  const mask = permitted.map((value) => (value >= 128 ? 1 : 0));
  return { mask, surface: mask, cut: inverted(mask), body: null };
}
