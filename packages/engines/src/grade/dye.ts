import type { BodyModel } from './bodyModel.ts';
import { tintOfBody } from './bodyModel.ts';
import { fitGamut } from './fitGamut.ts';
import type { LitTint } from './namedTint.ts';
import { blackGuard, tintLength } from './tint.ts';

/** Recolours OKLab samples (L, a, b interleaved) in place. */
export type Dye = (lab: Float32Array) => void;

export type DyeRequest = {
  readonly body: BodyModel;
  readonly to: LitTint;
  /** 0…1: how much of the way in lightness the thing's middle goes. */
  readonly lightnessShare: number;
  /** 0…1: how far to go at all. */
  readonly strength: number;
};

/** A thing's middle stays below and above these, or shading and gloss would have no room left. OKLab L. */
const lightestMiddle = 0.9;
const darkestMiddle = 0.2;
/** From here lightness is pressed together towards white. */
const shoulder = 0.82;
/** No photographed paint is as colourful as a screen's blue: a target is taken back to this, or to a little more than the thing had. */
const mostColourful = 0.42;
const muchMore = 1.15;
/** How much of the tint's stray from the body's hue turns along as texture. */
const texture = 0.35;
/** A body pixel may be this much paler without being gloss. */
const paleness = 0.25;

/**
 * A surface's samples are its body's colour under more or less light, plus gloss in the colour of the
 * light (Shafer's dichromatic model, 1985). The body's part is exchanged, the gloss stays. Texture is what
 * is left over in tint; it turns along. The light is taken as white.
 */
export function createDye({ body, to, lightnessShare, strength }: DyeRequest): Dye {
  const middle = body.median + lightnessShare * (to.lightness - body.median);
  const goal = Math.min(lightestMiddle, Math.max(darkestMiddle, middle));
  const gain = (goal / body.median) ** 3;
  const most = Math.max(mostColourful, muchMore * tintLength(body.tint));
  const colourful = Math.min(1, most / Math.max(1e-6, tintLength(to)));
  const [toA, toB] = [to.a * colourful, to.b * colourful];
  return (lab) => {
    for (let i = 0; i < lab.length; i += 3) {
      const l = lab[i] ?? 0;
      const a = lab[i + 1] ?? 0;
      const b = lab[i + 2] ?? 0;
      const per = 1 / (l + blackGuard);
      const own = tintOfBody(body, l);
      const share = body.isGrey ? greyShare(body, l) : bodyShare(a * per, b * per, own.a, own.b);
      const light = share * gain + 1 - share;
      const nextL = pressed(l * Math.cbrt(light));
      let nextA: number;
      let nextB: number;
      if (body.isGrey) {
        const [restA, restB] = [a * per - own.a, b * per - own.b];
        nextA = (toA * share + restA) * nextL;
        nextB = (toB * share + restB) * nextL;
      } else {
        // Along the body's tint is body; aside from it is texture, which turns along, or the light's own tint
        // in gloss, which stays.
        const square = own.a * own.a + own.b * own.b;
        const along = ((a * own.a + b * own.b) * per) / square;
        const aside = ((b * own.a - a * own.b) * per) / square;
        const keep = Math.min(gain / light, 2) * (nextL + blackGuard);
        const turned = aside * share * texture;
        const stayed = aside * (1 - share) * (nextL + blackGuard);
        nextA = (along * toA - turned * toB) * keep - stayed * own.b;
        nextB = (turned * toA + along * toB) * keep + stayed * own.a;
      }
      lab[i] = l + strength * (nextL - l);
      lab[i + 1] = a + strength * (nextA - a);
      lab[i + 2] = b + strength * (nextB - b);
      fitGamut(lab, i);
    }
  };
}

/** How much of a pixel's light comes from the body and not from gloss: by how pale it is. */
function bodyShare(a: number, b: number, ownA: number, ownB: number): number {
  const along = (a * ownA + b * ownB) / (ownA * ownA + ownB * ownB);
  return Math.min(1, Math.max(0, along / (1 - paleness)));
}

/** A grey thing's gloss can't be told by tint: what is far brighter than it, is gloss. */
function greyShare({ bright }: BodyModel, lightness: number): number {
  const from = bright + 0.08;
  return 1 - Math.min(1, Math.max(0, (lightness - from) / 0.15));
}

function pressed(lightness: number): number {
  if (lightness <= shoulder) return lightness;
  const room = 1 - shoulder;
  return shoulder + room * Math.tanh((lightness - shoulder) / room);
}
