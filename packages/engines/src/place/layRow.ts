import type { Placement } from '@pinpaint/domain';
import { encodeSrgb, fullSample, linearTable } from '@pinpaint/imaging';
import type { EngineRequest, RgbCrop } from '../engine.ts';
import { luminanceOf } from './cells.ts';
import type { GrainAt } from './layGrain.ts';
import type { SurfaceLook } from './lookAtSurface.ts';
import { readAtPixel } from './readLight.ts';
import type { RowSpan } from './warpRow.ts';

/** What every row is laid with. */
export type Laying = {
  readonly request: EngineRequest;
  readonly how: Omit<Placement, 'surface'>;
  readonly look: SurfaceLook;
  readonly grain: GrainAt;
  readonly patch: RgbCrop;
  readonly usedAlpha: Uint8Array;
};

const table8 = linearTable(8);
/** Less of the artwork than this changes nothing anybody could store. */
const leastShare = 1 / 1024;
/** Times the light where the surface is well lit: more is a reflection, and would burn the artwork out. */
const mostLit = 1.5;
/** Brighter than the plain surface by less than this is its own unevenness, and no highlight. */
const glossFrom = 1.05;

/**
 * Lays a warped row on the picture. All of it is done in linear light, so that an edge is as wide on dark as on bright;
 * the patch is the mixture itself, and the alpha says only that it counts.
 *
 * @returns how many pixels show any of it
 */
export function layRow(laying: Laying, { y, left, right }: RowSpan, art: Float32Array): number {
  const { request, how, usedAlpha, patch, grain } = laying;
  const full = fullSample(patch.depth);
  const lay = how.blend === 'multiply' ? layInk : layPaint;
  let laid = 0;
  for (let x = left, at = 0; x < right; x += 1, at += 4) {
    const i = y * request.crop.width + x;
    const permitted = request.permittedAlpha[i] ?? 0;
    const share = (art[at + 3] ?? 0) * how.opacity;
    if (permitted === 0 || share < leastShare) continue;
    readUnder(laying, x, y);
    const grainShare = how.blend === 'multiply' ? 0 : share;
    for (let channel = 0; channel < 3; channel += 1) {
      const light = lay(laying, channel, art[at + channel] ?? 0, art[at + 3] ?? 0);
      const sample = encodeSrgb(light) + (grainShare && grainShare * grain(x, y, channel));
      patch.data[i * 3 + channel] = Math.round(full * Math.min(1, Math.max(0, sample)));
    }
    usedAlpha[i] = permitted;
    laid += 1;
  }
  return laid;
}

/** Of the pixel that is laid on: its linear light, how lit the surface is there, and what shines on it. */
const under = { light: new Float64Array(3), lit: 1, shine: 0 };

function readUnder({ request: { crop }, look }: Laying, x: number, y: number): void {
  const table = crop.depth === 8 ? table8 : linearTable(16);
  const from = (y * crop.width + x) * 3;
  for (let channel = 0; channel < 3; channel += 1)
    under.light[channel] = table[crop.data[from + channel] ?? 0] ?? 0;
  const [red = 0, green = 0, blue = 0] = under.light;
  const plain = readAtPixel(look.light.surface, look.cells, x, y);
  const over = luminanceOf(red, green, blue) - glossFrom * plain;
  under.lit = Math.min(mostLit, plain / look.light.lit);
  under.shine = over > 0 ? over * readAtPixel(look.gloss, look.cells, x, y) : 0;
}

/** Paper, paint or a sticker: it hides what is below, and takes on its light. `ink` is light times alpha. */
function layPaint({ how, look }: Laying, channel: number, ink: number, alpha: number): number {
  const white = look.white[channel] ?? 1;
  const shine = (under.shine * white) / look.whiteLuminance;
  const light = under.lit * white;
  const shade = how.shading === 1 ? light : light ** how.shading;
  const lit = ink * shade + alpha * how.shading * shine;
  return (under.light[channel] ?? 0) * (1 - how.opacity * alpha) + how.opacity * lit;
}

/** Print: the surface shows through, with all that is on it. Without shading it is laid on a surface evenly lit. */
function layInk({ how }: Laying, channel: number, ink: number, alpha: number): number {
  const own = under.light[channel] ?? 0;
  return own * (1 - how.opacity * alpha) + how.opacity * ink * own * under.lit ** (how.shading - 1);
}
