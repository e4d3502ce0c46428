import { fromOklab, fullSample, makePicture, type Picture, toOklab } from '@pinpaint/imaging';
import type { EngineRequest, RgbCrop } from '../engine.ts';
import type { Dye } from './dye.ts';
import type { Lean } from './leanUnderFeather.ts';
import type { Matte } from './matte.ts';

export type Paint = { readonly dye: Dye; readonly lean: Lean };
export type Painted = { readonly patch: RgbCrop; readonly usedAlpha: Uint8Array };

/** Pixels are dyed in batches: colour planes of a whole crop would take ten times its memory. */
const batchPixels = 65_536;

/**
 * Dyes what the matte holds. A mixed pixel's patch is its own sample plus what dyeing changes in the
 * thing's share of it, so that laid over by alpha it shows the dyed thing beside an unchanged neighbour.
 */
export function paint({ crop, permittedAlpha }: EngineRequest, matte: Matte, { dye, lean }: Paint): Painted {
  const patch = copyOf(crop);
  const usedAlpha = new Uint8Array(crop.width * crop.height);
  const batch = new Int32Array(batchPixels);
  let count = 0;
  for (let i = 0; i < matte.alpha.length; i += 1) {
    const alpha = matte.alpha[i] ?? 0;
    if (alpha === 0) continue;
    const at = placeInCrop(crop, matte, i);
    const used = Math.min(alpha, permittedAlpha[at] ?? 0);
    if (used === 0) continue;
    usedAlpha[at] = used;
    batch[count] = i;
    count += 1;
    if (count < batchPixels) continue;
    dyeBatch({ crop, patch, matte, dye, lean }, batch);
    count = 0;
  }
  dyeBatch({ crop, patch, matte, dye, lean }, batch.subarray(0, count));
  return { patch, usedAlpha };
}

function copyOf(crop: RgbCrop): RgbCrop {
  return crop.depth === 8 ? { ...crop, data: crop.data.slice() } : { ...crop, data: crop.data.slice() };
}

function placeInCrop(crop: RgbCrop, { left, top, width }: Matte, i: number): number {
  const x = i % width;
  return (top + (i - x) / width) * crop.width + left + x;
}

type Batch = Paint & { readonly crop: RgbCrop; readonly patch: RgbCrop; readonly matte: Matte };

function dyeBatch({ crop, patch, matte, dye, lean }: Batch, batch: Int32Array): void {
  const own = samplesOf(crop, matte, batch);
  const plane = toOklab(own);
  dye(plane.lab);
  const dyed = fromOklab(plane, crop.depth).data;
  const full = fullSample(crop.depth);
  for (let k = 0; k < batch.length; k += 1) {
    const i = batch[k] ?? 0;
    const at = placeInCrop(crop, matte, i) * 3;
    const factor = lean(i);
    for (let c = 0; c < 3; c += 1) {
      const change = (dyed[k * 3 + c] ?? 0) - (own.data[k * 3 + c] ?? 0);
      patch.data[at + c] = clamp((crop.data[at + c] ?? 0) + factor * change, full);
    }
  }
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
    const at = placeInCrop(crop, matte, i) * 3;
    for (let c = 0; c < 3; c += 1) {
      const value = mixed < 0 ? (crop.data[at + c] ?? 0) : (matte.own[mixed * 3 + c] ?? 0);
      picture.data[k * 3 + c] = clamp(value, full);
    }
  }
  return picture;
}
