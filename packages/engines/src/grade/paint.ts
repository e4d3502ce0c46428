import { fromOklab, type Picture, toOklab } from '@pinpaint/imaging';
import type { EngineRequest, RgbCrop } from '../engine.ts';
import type { Dye } from './dye.ts';
import type { Matte } from './matte.ts';

export type Painted = { readonly patch: RgbCrop; readonly usedAlpha: Uint8Array };

/** Pixels are dyed in batches: colour planes of a whole crop would take ten times its memory. */
const batchPixels = 65_536;

/**
 * Dyes what the matte holds. A mixed pixel's patch is its own sample plus what dyeing changes in the
 * thing's share of it, so that laid over by alpha it shows the dyed thing beside an unchanged neighbour.
 */
export function paint({ crop, permittedAlpha }: EngineRequest, matte: Matte, dye: Dye): Painted {
  const patch = copyOf(crop);
  const usedAlpha = new Uint8Array(crop.width * crop.height);
  const batch = new Int32Array(batchPixels);
  let count = 0;
  const flush = () => {
    dyeBatch(crop, patch, matte, dye, batch.subarray(0, count));
    count = 0;
  };
  for (let i = 0; i < matte.alpha.length; i += 1) {
    const alpha = matte.alpha[i] ?? 0;
    if (alpha === 0) continue;
    const at = placeInCrop(crop, matte, i);
    const used = Math.min(alpha, permittedAlpha[at] ?? 0);
    if (used === 0) continue;
    usedAlpha[at] = used;
    batch[count] = i;
    count += 1;
    if (count === batchPixels) flush();
  }
  flush();
  return { patch, usedAlpha };
}

function copyOf(crop: RgbCrop): RgbCrop {
  return crop.depth === 8 ? { ...crop, data: crop.data.slice() } : { ...crop, data: crop.data.slice() };
}

function placeInCrop(crop: RgbCrop, { left, top, width }: Matte, i: number): number {
  const x = i % width;
  return (top + (i - x) / width) * crop.width + left + x;
}

function dyeBatch(crop: RgbCrop, patch: RgbCrop, matte: Matte, dye: Dye, batch: Int32Array): void {
  const own = samplesOf(crop, matte, batch);
  const plane = toOklab(own);
  dye(plane.lab);
  const dyed = fromOklab(plane, crop.depth).data;
  const full = crop.depth === 8 ? 255 : 65535;
  for (let k = 0; k < batch.length; k += 1) {
    const i = batch[k] ?? 0;
    const at = placeInCrop(crop, matte, i) * 3;
    for (let c = 0; c < 3; c += 1) {
      const change = (dyed[k * 3 + c] ?? 0) - (own.data[k * 3 + c] ?? 0);
      patch.data[at + c] = Math.min(full, Math.max(0, (crop.data[at + c] ?? 0) + change));
    }
  }
}

/** The thing's own colours of a batch, as a picture of one row. */
function samplesOf(crop: RgbCrop, matte: Matte, batch: Int32Array): Picture {
  const row = { width: batch.length, height: 1, channels: 3 as const };
  const picture: Picture =
    crop.depth === 8
      ? { ...row, depth: 8, data: new Uint8Array(batch.length * 3) }
      : { ...row, depth: 16, data: new Uint16Array(batch.length * 3) };
  const full = crop.depth === 8 ? 255 : 65535;
  for (let k = 0; k < batch.length; k += 1) {
    const i = batch[k] ?? 0;
    const mixed = matte.mixed[i] ?? -1;
    const at = placeInCrop(crop, matte, i) * 3;
    for (let c = 0; c < 3; c += 1) {
      const value = mixed < 0 ? (crop.data[at + c] ?? 0) : (matte.own[mixed * 3 + c] ?? 0);
      picture.data[k * 3 + c] = Math.min(full, Math.max(0, Math.round(value)));
    }
  }
  return picture;
}
