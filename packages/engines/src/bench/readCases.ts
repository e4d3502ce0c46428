import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Anchor,
  type Aspect,
  extendBounds,
  type PixelRect,
  type Region,
  type Wish,
} from '@pinpaint/domain';
import { alphaOver, permittedAlpha, permittedForExtend, planCrop, rasterise } from '@pinpaint/imaging';
import type { Hole } from './fillers.ts';
import { cutRgb, type MaskPlane, type Rgb, readRgb, rgb } from './raster.ts';

type Case = {
  readonly id: string;
  readonly image: string;
  readonly note: string;
  readonly engine: string | null;
  readonly region: readonly (readonly [number, number])[] | null;
  readonly locks?: readonly { readonly polygon: readonly (readonly [number, number])[] }[];
  readonly extend?: { readonly aspect: string; readonly anchor?: Anchor };
};

export type CaseHole = Hole & { readonly id: string; readonly whole: Rgb; readonly rect: PixelRect };

export async function readPictures(casesFile: string, images: string) {
  const { cases }: { cases: readonly Case[] } = JSON.parse(await readFile(casesFile, 'utf8'));
  const names = [...new Set(cases.map(({ image }) => image))];
  const pictures = await Promise.all(
    names.map(async (name) => [name, await readRgb(join(images, name))] as const),
  );
  return { cases, pictures: new Map(pictures) };
}

/** A fixture's note as the product would hand it to `heal`: grown, feathered, less its locks, with context. */
export function caseHole(one: Case, whole: Rgb): CaseHole | null {
  if (one.engine !== 'heal') return null;
  const master: PixelRect = { x: 0, y: 0, width: whole.width, height: whole.height };
  const locks = (one.locks ?? []).map(({ polygon }): Region => ({ kind: 'lasso', points: polygon }));
  const wish: Wish = one.extend
    ? { kind: 'extend', aspect: aspectOf(one.extend.aspect), anchor: one.extend.anchor ?? 'center' }
    : { kind: 'remove', thing: null };
  const bounds = wish.kind === 'extend' ? extendBounds(master, wish.aspect, wish.anchor) : master;
  const region: Region = one.extend || !one.region ? { kind: 'none' } : { kind: 'lasso', points: one.region };
  const permitted = one.extend
    ? permittedForExtend({ masterBounds: master, newBounds: bounds, locks })
    : permittedAlpha({ region, locks, bounds });
  const context = one.extend
    ? { contextRatio: 0.5, minContextPx: 256 }
    : { contextRatio: 1, minContextPx: 128 };
  const plan = permitted && planCrop(permitted.rect, bounds, { ...context, stridePx: 8 });
  if (!permitted || !plan) return null;
  const { rect } = plan;
  const picture = cutRgb(onto(whole, bounds), { ...rect, x: rect.x - bounds.x, y: rect.y - bounds.y });
  const alpha = alphaOver(permitted, rect).data;
  const mask: MaskPlane = {
    width: rect.width,
    height: rect.height,
    data: alpha.map((value) => (value > 0 ? 255 : 0)),
  };
  const locked = new Uint8Array(alpha.length);
  for (const lock of locks) {
    for (const [at, value] of rasterise(lock, rect).data.entries()) if (value > 0) locked[at] = 255;
  }
  const request = {
    crop: { width: rect.width, height: rect.height, depth: 8 as const, data: picture.data },
    permittedAlpha: alpha,
    region: region.kind === 'none' ? alpha : rasterise(region, rect).data,
    known: knownIn(rect, master),
    locked,
    intent: {
      wish,
      keep: [],
      confidence: 1,
    },
    note: one.note,
    seed: 1,
    strength: 1,
    variants: 1,
  };
  return {
    id: one.id,
    whole: onto(whole, bounds),
    rect: { ...rect, x: rect.x - bounds.x, y: rect.y - bounds.y },
    picture,
    mask,
    request,
  };
}

function aspectOf(text: string): Aspect {
  const [width = 1, height = 1] = text.split(':').map(Number);
  return { width, height };
}

function onto(picture: Rgb, bounds: PixelRect): Rgb {
  if (bounds.width === picture.width && bounds.height === picture.height) return picture;
  const data = new Uint8Array(bounds.width * bounds.height * 3);
  for (let y = 0; y < picture.height; y++) {
    const row = picture.data.subarray(y * picture.width * 3, (y + 1) * picture.width * 3);
    data.set(row, ((y - bounds.y) * bounds.width - bounds.x) * 3);
  }
  return rgb(bounds.width, bounds.height, data);
}

function knownIn(rect: PixelRect, master: PixelRect): Uint8Array {
  const known = new Uint8Array(rect.width * rect.height);
  for (let y = 0; y < rect.height; y++) {
    for (let x = 0; x < rect.width; x++) {
      const [px, py] = [rect.x + x, rect.y + y];
      if (px >= 0 && py >= 0 && px < master.width && py < master.height) known[y * rect.width + x] = 255;
    }
  }
  return known;
}
