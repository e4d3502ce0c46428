import { fromOklab, fullSample, makePicture, type Picture, toOklab } from '@pinpaint/imaging';
import type { EngineRequest, RgbCrop } from '../engine.ts';
import type { Dye } from './dye.ts';
import type { Lean } from './leanUnderFeather.ts';
import { lumaOf } from './luma.ts';
import type { Matte } from './matte.ts';

export type Paint = {
  readonly dye: Dye;
  /** null where no feather is in the way. */
  readonly lean: Lean | null;
};
export type Painted = { readonly patch: RgbCrop; readonly usedAlpha: Uint8Array };

/** Pixels are dyed in batches: colour planes of a whole crop would take ten times its memory. */
const batchPixels = 32_768;
/** Of full: a change that falls short by so little is not worth more alpha. */
const slack = 1.5 / 255;

/**
 * Dyes what the matte holds. A mixed pixel keeps its neighbour's part: to its own sample is added what
 * dyeing changes in the thing's share of it. Where so much change can't be had from a patch under that
 * alone, as with red that leaves a dark pixel, more alpha is used.
 */
export function paint(request: EngineRequest, matte: Matte, { dye, lean }: Paint): Painted {
  const { crop, permittedAlpha } = request;
  const job: Job = {
    request,
    matte,
    dye,
    lean,
    patch: copyOf(crop),
    usedAlpha: new Uint8Array(crop.width * crop.height),
  };
  const batch = new Int32Array(batchPixels);
  let count = 0;
  for (let y = 0, i = 0; y < matte.height; y += 1) {
    const row = (matte.top + y) * crop.width + matte.left;
    for (let x = 0; x < matte.width; x += 1, i += 1) {
      if (matte.alpha[i] === 0 || permittedAlpha[row + x] === 0) continue;
      batch[count] = i;
      count += 1;
      if (count < batchPixels) continue;
      dyeBatch(job, batch);
      count = 0;
    }
  }
  dyeBatch(job, batch.subarray(0, count));
  return { patch: job.patch, usedAlpha: job.usedAlpha };
}

type Job = Paint & Painted & { readonly request: EngineRequest; readonly matte: Matte };

function copyOf(crop: RgbCrop): RgbCrop {
  return crop.depth === 8 ? { ...crop, data: crop.data.slice() } : { ...crop, data: crop.data.slice() };
}

function placeInCrop(crop: RgbCrop, { left, top, width }: Matte, i: number): number {
  const x = i % width;
  return (top + (i - x) / width) * crop.width + left + x;
}

function dyeBatch(job: Job, batch: Int32Array): void {
  const { request, matte, dye, lean, patch, usedAlpha } = job;
  const { crop, permittedAlpha } = request;
  const own = samplesOf(crop, matte, batch);
  const plane = toOklab(own);
  dye(plane.lab, batch);
  const dyed = fromOklab(plane, crop.depth).data;
  for (let k = 0; k < batch.length; k += 1) {
    const i = batch[k] ?? 0;
    const pixel = placeInCrop(crop, matte, i);
    const leant = lean ? lean(i) : 1;
    if (matte.alpha[i] !== 255 || (matte.mixed[i] ?? -1) >= 0 || leant !== 1) {
      addChange(job, { i, pixel, leant }, [
        (dyed[k * 3] ?? 0) - (own.data[k * 3] ?? 0),
        (dyed[k * 3 + 1] ?? 0) - (own.data[k * 3 + 1] ?? 0),
        (dyed[k * 3 + 2] ?? 0) - (own.data[k * 3 + 2] ?? 0),
      ]);
      continue;
    }
    usedAlpha[pixel] = permittedAlpha[pixel] ?? 0;
    for (let c = 0; c < 3; c += 1) patch.data[pixel * 3 + c] = dyed[k * 3 + c] ?? 0;
  }
}

type Place = { readonly i: number; readonly pixel: number; readonly leant: number };
type Rgb = readonly [number, number, number];

/** Adds to a pixel its share of what dyeing changes in the thing. */
function addChange(
  { request, matte, patch, usedAlpha }: Job,
  { i, pixel, leant }: Place,
  [r, g, b]: Rgb,
): void {
  const { crop, permittedAlpha } = request;
  const full = fullSample(crop.depth);
  const mixed = matte.mixed[i] ?? -1;
  const alpha = (matte.alpha[i] ?? 0) / 255;
  const light = mixed < 0 ? alpha : alpha * (matte.shares[mixed * 2] ?? 1);
  const hue = mixed < 0 ? alpha : alpha * (matte.shares[mixed * 2 + 1] ?? 1);
  const lighter = (light - hue) * lumaOf(r, g, b);
  const changes = [lighter + hue * r, lighter + hue * g, lighter + hue * b];
  let used = alpha;
  changes.forEach((change, c) => {
    used = Math.max(used, neededAlpha(change, crop.data[pixel * 3 + c] ?? 0, full));
  });
  usedAlpha[pixel] = Math.min(Math.ceil(used * 255), permittedAlpha[pixel] ?? 0);
  changes.forEach((change, c) => {
    const at = pixel * 3 + c;
    patch.data[at] = clamp((crop.data[at] ?? 0) + (leant * change) / used, full);
  });
}

/** The least alpha under which a sample can change by so much at all. */
function neededAlpha(change: number, was: number, full: number): number {
  const room = change < 0 ? was : full - was;
  const wanted = Math.min(Math.abs(change), room) - slack * full;
  return wanted > 0 ? wanted / room : 0;
}

function clamp(value: number, full: number): number {
  return Math.min(full, Math.max(0, Math.round(value)));
}

/** The thing's own colours of a batch, as a picture of one row. */
function samplesOf(crop: RgbCrop, matte: Matte, batch: Int32Array): Picture {
  const picture = makePicture({ width: batch.length, height: 1, channels: 3, depth: crop.depth });
  const full = fullSample(crop.depth);
  for (let k = 0; k < batch.length; k += 1) {
    const i = batch[k] ?? 0;
    const mixed = matte.mixed[i] ?? -1;
    const from = mixed < 0 ? placeInCrop(crop, matte, i) * 3 : mixed * 3;
    const samples = mixed < 0 ? crop.data : matte.own;
    for (let c = 0; c < 3; c += 1) picture.data[k * 3 + c] = clamp(samples[from + c] ?? 0, full);
  }
  return picture;
}
