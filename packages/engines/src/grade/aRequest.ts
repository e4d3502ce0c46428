import type { Region, Wish } from '@pinpaint/domain';
import {
  alphaOver,
  composite,
  makePicture,
  type Picture,
  permittedAlpha,
  rasterise,
} from '@pinpaint/imaging';
import type { EngineCandidate, EngineRequest, RgbCrop } from '../engine.ts';

export type RequestOptions = {
  readonly width: number;
  readonly height: number;
  readonly depth?: 8 | 16;
  /** Of a pixel: R, G, B on the scale of 8 bits. */
  readonly colourAt: (x: number, y: number) => readonly number[];
  readonly region: Region;
  readonly locks?: readonly Region[];
  readonly wish: Wish;
  readonly variants?: number;
};

/** A made picture with a region, as the product would hand them to an engine. */
export function aRequest(options: RequestOptions): EngineRequest {
  const { region, locks = [], wish, variants = 1 } = options;
  const crop = cropOf(options);
  const bounds = { x: 0, y: 0, width: crop.width, height: crop.height };
  const permitted = permittedAlpha({ region, locks, bounds });
  if (!permitted) throw new Error('aRequest: nothing is permitted');
  const locked = new Uint8Array(crop.width * crop.height);
  for (const lock of locks) {
    rasterise(lock, bounds).data.forEach((value, i) => {
      locked[i] = Math.max(locked[i] ?? 0, value);
    });
  }
  return {
    crop,
    permittedAlpha: alphaOver(permitted, bounds).data,
    region: rasterise(region, bounds).data,
    known: new Uint8Array(locked.length).fill(255),
    locked,
    intent: { wish, keep: [], confidence: 1 },
    note: '',
    seed: 7,
    strength: 1,
    variants,
  };
}

export function pictureOf(crop: RgbCrop): Picture {
  return { ...crop, channels: 3 };
}

/** What the product shows: the candidate laid over the crop. */
export function laidOver({ crop }: EngineRequest, { patch, usedAlpha }: EngineCandidate): Picture {
  const rect = { x: 0, y: 0, width: crop.width, height: crop.height };
  return composite(
    { x: 0, y: 0, picture: pictureOf(crop) },
    { patch: { x: 0, y: 0, picture: pictureOf(patch) }, alpha: { rect, data: usedAlpha }, opacity: 255 },
  );
}

/** How much of a pixel lies in a circle, 0…1, by 8 × 8 points. */
export function shareInCircle(x: number, y: number, { cx, cy, r }: Circle): number {
  let inside = 0;
  for (let k = 0; k < 64; k += 1) {
    const dx = x + ((k % 8) + 0.5) / 8 - cx;
    const dy = y + (Math.floor(k / 8) + 0.5) / 8 - cy;
    if (dx * dx + dy * dy < r * r) inside += 1;
  }
  return inside / 64;
}

export type Circle = { readonly cx: number; readonly cy: number; readonly r: number };

/** So much of one colour, the rest of the other. */
export function mix(share: number, one: readonly number[], other: readonly number[]): number[] {
  return one.map((value, c) => share * value + (1 - share) * (other[c] ?? 0));
}

/** Always the same noise, −1…1. */
export function grain(x: number, y: number): number {
  return ((Math.imul(y * 4096 + x + 1, 2654435761) >>> 20) & 15) / 7.5 - 1;
}

function cropOf({ width, height, depth = 8, colourAt }: RequestOptions): RgbCrop {
  const picture = makePicture({ width, height, channels: 3, depth });
  const unit = depth === 8 ? 1 : 257;
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) {
      colourAt(x, y).forEach((value, c) => {
        picture.data[at + c] = Math.round(unit * Math.min(255, Math.max(0, value)));
      });
    }
  }
  return picture;
}
