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

/** Less of the artwork than this changes nothing anybody could store. */
const leastShare = 1 / 1024;

/**
 * Lays a warped row on the picture: patch and alpha. All of it in linear light, so that an edge is as wide on dark as
 * on bright; the patch is the mixture itself, so the alpha says only that it counts.
 */
export function layRow(laying: Laying, { y, left, right }: RowSpan, art: Float32Array): number {
  const { request, usedAlpha, patch } = laying;
  const { width } = request.crop;
  let laid = 0;
  for (let x = left, at = 0; x < right; x += 1, at += 4) {
    const i = y * width + x;
    const permitted = request.permittedAlpha[i] ?? 0;
    if (permitted === 0 || (art[at + 3] ?? 0) * laying.how.opacity < leastShare) continue;
    layPixel(laying, { x, y, i }, art, at);
    for (let channel = 0; channel < 3; channel += 1)
      patch.data[i * 3 + channel] = sampleOf(laying, mixed[channel] ?? 0, x, y, channel, art[at + 3] ?? 0);
    usedAlpha[i] = permitted;
    laid += 1;
  }
  return laid;
}

const mixed = new Float64Array(3);

type At = { readonly x: number; readonly y: number; readonly i: number };

function layPixel({ request, how, look }: Laying, { x, y, i }: At, art: Float32Array, at: number): void {
  const { depth, data } = request.crop;
  const table = linearTable(depth);
  const { opacity, shading, blend } = how;
  const { cells, light, gloss, white } = look;
  const alpha = art[at + 3] ?? 0;
  const logPlain = readAtPixel(light.logPlain, cells, x, y);
  const lit = Math.exp(logPlain - light.logMiddle);
  const base = [
    table[data[i * 3] ?? 0] ?? 0,
    table[data[i * 3 + 1] ?? 0] ?? 0,
    table[data[i * 3 + 2] ?? 0] ?? 0,
  ];
  const [red = 0, green = 0, blue = 0] = base;
  const plain = Math.exp(logPlain);
  const shine =
    shading *
    readAtPixel(gloss, cells, x, y) *
    Math.max(0, luminanceOf(red, green, blue) / plain - glossFrom);
  for (let channel = 0; channel < 3; channel += 1) {
    const own = base[channel] ?? 0;
    const ink = art[at + channel] ?? 0;
    const over = own - plain * (light.tone[channel] ?? 1);
    mixed[channel] =
      blend === 'multiply'
        ? own + opacity * (ink * own * lit ** (shading - 1) - alpha * own)
        : own * (1 - opacity * alpha) +
          opacity *
            (ink * (lit * (white[channel] ?? 1)) ** shading +
              (shine > 0 ? alpha * shading * Math.max(0, over) : 0));
  }
}

/** Brighter than the plain surface by less than this is its own unevenness. */
const glossFrom = 1.05;

function sampleOf(
  { how, grain, patch }: Laying,
  linear: number,
  x: number,
  y: number,
  channel: number,
  alpha: number,
): number {
  const full = fullSample(patch.depth);
  const laid = how.blend === 'multiply' ? 0 : alpha * how.opacity * grain(x, y, channel);
  return Math.round(full * Math.min(1, Math.max(0, encodeSrgb(linear) + laid)));
}
