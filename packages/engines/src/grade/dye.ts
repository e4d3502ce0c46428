import { type BodyModel, tintOfBody } from './bodyModel.ts';
import { createBodyShare } from './bodyShare.ts';
import { cube } from './cube.ts';
import { fitGamut } from './fitGamut.ts';
import type { LitTint } from './namedTint.ts';
import { pressed } from './pressed.ts';
import { blackGuard, greyTint, type Tint, tintLength } from './tint.ts';

/** Recolours OKLab samples (L, a, b interleaved) in place. `pixels`: the place of each in the matte. */
export type Dye = (lab: Float32Array, pixels: Int32Array) => void;

export type DyeRequest = {
  readonly body: BodyModel;
  readonly to: LitTint;
  /** 0…1: how much of the way in lightness the thing's middle goes. */
  readonly lightnessShare: number;
  /** 0…1: how far to go at all. */
  readonly strength: number;
};

/** A thing's middle stays below and above these, or shading and gloss would have no room left. OKLab L. */
const lightestMiddle = 0.88;
const darkestMiddle = 0.2;
/** What is brightest of a thing's body comes no nearer to white than this, so that its shape still shows there. */
const brightest = 0.96;
/** Nor does it become so light that less than this of the colour is left: a red that is lit too much is pink. */
const leastColour = 0.7;
/** How finely that lightness is looked for. */
const lightnessStep = 0.025;
const leastRange = 0.05;
/** How much lighter a paint may make what lies in shade. */
const mostFactor = 2.2;
/** No photographed paint is as colourful as a screen's blue: a target is taken back to this, or to a little more than the thing had. */
const mostColourful = 0.42;
const muchMore = 1.15;
/** How much of the tint's stray from the body's hue turns along as texture. */
const texture = 0.35;
/**
 * A surface's samples are its body's colour under more or less light, plus gloss in the colour of the
 * light (Shafer's dichromatic model, 1985). The body's part is exchanged, the gloss stays. Texture is what
 * is left over in tint; it turns along. The light is taken as white.
 */
export function createDye(request: DyeRequest): Dye {
  const { body, strength } = request;
  const goal = goalOf(request);
  const next = body.isGrey ? dyeGrey(body, goal) : dyeColoured(body, goal);
  const to = new Float32Array(3);
  return (lab) => {
    for (let i = 0; i < lab.length; i += 3) {
      next(lab[i] ?? 0, lab[i + 1] ?? 0, lab[i + 2] ?? 0, to);
      for (let c = 0; c < 3; c += 1) {
        const from = lab[i + c] ?? 0;
        lab[i + c] = from + strength * ((to[c] ?? 0) - from);
      }
      fitGamut(lab, i);
    }
  };
}

/** The tint the body gets, and the lightness that each of its lightnesses becomes. */
type Goal = Tint & { readonly lit: (lightness: number) => number };

function goalOf({ body, to, lightnessShare }: DyeRequest): Goal {
  const most = Math.max(mostColourful, muchMore * tintLength(body.tint));
  const colourful = Math.min(1, most / Math.max(1e-6, tintLength(to)));
  const tint = { a: to.a * colourful, b: to.b * colourful };
  const top = Math.min(brightest, lightestOf(tint));
  const middle = body.median + lightnessShare * (to.lightness - body.median);
  const lightness = Math.min(
    lightestMiddle,
    Math.max(darkestMiddle, Math.min(middle, roomiest(body, tint, top))),
  );
  return { ...tint, lit: createLit(body, { middle: lightness, top }) };
}

/**
 * Foliage has as much light as shade: if its middle had the colour's own lightness, half of it would burn out. White
 * has nothing to burn out, and of a grey thing what is brightest may be gloss.
 */
function roomiest(body: BodyModel, tint: Tint, top: number): number {
  if (body.isGrey || tintLength(tint) < greyTint) return 1;
  return Math.max(body.median, (top * body.median) / body.bright);
}

/** Where a surface of this tint, lit more and more, begins to go white. */
function lightestOf(tint: Tint): number {
  for (let lightness = 1; lightness > 0; lightness -= lightnessStep)
    if (leftOf(tint, lightness) >= leastColour) return lightness;
  return 0;
}

/** How much of a tint the screen has left at a lightness, 0…1. */
function leftOf({ a, b }: Tint, lightness: number): number {
  const lab = Float32Array.of(lightness, a * (lightness + blackGuard), b * (lightness + blackGuard));
  const full = Math.hypot(lab[1] ?? 0, lab[2] ?? 0);
  fitGamut(lab, 0);
  return full === 0 ? 1 : Math.hypot(lab[1] ?? 0, lab[2] ?? 0) / full;
}

/** What a thing's middle becomes, and the lightest of its body at most. OKLab L. */
type Range = { readonly middle: number; readonly top: number };

/**
 * Light on another paint grows by a factor. From near black that factor would be noise times twenty, and on white
 * it would burn out what was well lit: there the middle is lifted, and what lies above and below it keeps its
 * distance as far as there is room.
 */
function createLit({ median: middle, bright }: BodyModel, to: Range): Goal['lit'] {
  const goal = to.middle;
  const factor = goal / middle;
  const room = Math.max(0, to.top - goal) / Math.max(leastRange, bright - middle);
  const above = Math.min(factor, factor <= mostFactor ? Infinity : (1 - goal) / (1 - middle), room);
  const below = Math.min(factor, mostFactor);
  return (lightness) => Math.max(0, goal + (lightness - middle) * (lightness > middle ? above : below));
}

/** Writes the new L, a, b of one colour. */
type DyeOne = (l: number, a: number, b: number, to: Float32Array) => void;

function dyeColoured(body: BodyModel, goal: Goal): DyeOne {
  const bodyShare = createBodyShare(body.tint);
  // Beside a grey body what is left of a light's tint would be seen, and it is only half of it.
  const glossTint = Math.min(1, tintLength(goal) / greyTint);
  return (l, a, b, to) => {
    const own = tintOfBody(body, Math.min(l, body.bright));
    const per = 1 / ((l + blackGuard) * (own.a * own.a + own.b * own.b));
    // Along the body's tint is body; aside from it is texture, which turns along, or the light's own tint in
    // gloss, which stays.
    const along = (a * own.a + b * own.b) * per;
    const aside = (b * own.a - a * own.b) * per;
    const share = bodyShare(along);
    const lit = cube(goal.lit(l));
    const light = share * lit + (1 - share) * cube(l);
    const lightness = pressed(Math.cbrt(light), l);
    const keep = (light > 0 ? Math.min(lit / light, 2) : 1) * (lightness + blackGuard);
    const turned = aside * share * texture * keep;
    const stayed = glossTint * aside * (1 - share) * (lightness + blackGuard);
    to[0] = lightness;
    to[1] = along * keep * goal.a - turned * goal.b - stayed * own.b;
    to[2] = along * keep * goal.b + turned * goal.a + stayed * own.a;
  };
}

function dyeGrey(body: BodyModel, goal: Goal): DyeOne {
  return (l, a, b, to) => {
    const own = tintOfBody(body, l);
    const share = greyShare(body, l);
    const lightness = pressed(Math.cbrt(share * cube(goal.lit(l)) + (1 - share) * cube(l)), l);
    const per = 1 / (l + blackGuard);
    to[0] = lightness;
    to[1] = (goal.a * share + a * per - own.a) * (lightness + blackGuard);
    to[2] = (goal.b * share + b * per - own.b) * (lightness + blackGuard);
  };
}

/** A grey thing's gloss can't be told by tint: the further it is above the body's lightness, the more is gloss. */
function greyShare({ bright }: BodyModel, lightness: number): number {
  const t = Math.min(1, Math.max(0, (lightness - bright - 0.05) / Math.max(0.15, 0.7 - bright)));
  return 1 - t * t * (3 - 2 * t);
}
