import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cropNeeds } from '@pinpaint/actions';
import { noModels, noServices } from '@pinpaint/config';
import { type Intent, type PixelRect, type Region, sha256Hex } from '@pinpaint/domain';
import { makePicture, type Picture, planCrop } from '@pinpaint/imaging';
import { decodeAlpha, openPixels, type PixelThreads } from '@pinpaint/pictures';
import { encodeAnswer, readRequest } from '@pinpaint/pictures/parcel';
import { asPng, asTiff, asTurnedJpeg, iccOf, samplesOf, withOrientation } from '@pinpaint/pictures/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngines } from '../engine/engineRegistry.ts';

const edits = 100;
/** Lying, as it is uploaded; some files say that they are to be turned upright. */
const size = { width: 480, height: 360 };
const limits = { maxBytes: 20_000_000, maxMegapixels: 1 };

let pixels: PixelThreads;
let dir: string;
const { engines } = openEngines({ models: noModels, services: noServices });

beforeAll(async () => {
  pixels = openPixels({ threads: 2 });
  dir = await mkdtemp(join(tmpdir(), 'pinpaint-hundred-'));
});
afterAll(async () => {
  await pixels.stop();
  await rm(dir, { recursive: true, force: true });
});

/** Cloth with a pattern, so that both engines have something to work on; all bits of a sample used. */
function aPhotograph(depth: 8 | 16): Picture {
  const picture = makePicture({ ...size, channels: 3, depth });
  const random = aRandom(5);
  for (let i = 0; i < size.width * size.height; i += 1) {
    const [x, y] = [i % size.width, Math.floor(i / size.width)];
    const light = 30 * Math.sin(x / 23) + 20 * Math.cos(y / 17) + 24 * random();
    const samples = [150 + light, 110 + light + 10 * Math.sin(y / 5), 90 + light].map((value) =>
      depth === 8 ? Math.round(value) : Math.round(value * 257 + 255 * random()),
    );
    picture.data.set(samples, i * 3);
  }
  return picture;
}

/** 0…1, the same for the same seed. */
function aRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Turned as EXIF 6 says: a quarter to the right. */
function turned({ width, height, channels, depth, data }: Picture): Picture {
  const upright = makePicture({ width: height, height: width, channels, depth });
  for (let i = 0; i < width * height; i += 1) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const to = (x * height + (height - 1 - y)) * channels;
    for (let c = 0; c < channels; c += 1) upright.data[to + c] = data[i * channels + c] ?? 0;
  }
  return upright;
}

type Original = {
  readonly file: Uint8Array;
  /** null: only a decoder can say. */
  readonly samples: Picture['data'] | null;
  readonly bounds: PixelRect;
};

const lying: PixelRect = { x: 0, y: 0, ...size };
const upright: PixelRect = { x: 0, y: 0, width: size.height, height: size.width };

const originals: Readonly<Record<string, () => Promise<Original>>> = {
  'PNG, 8 bits, sRGB': () => plainPng(8),
  'PNG, 16 bits, sRGB': () => plainPng(16),
  'PNG, 16 bits, turned by EXIF': async () => {
    const picture = aPhotograph(16);
    return { file: withOrientation(await asPng(picture), 6), samples: turned(picture).data, bounds: upright };
  },
  'TIFF, 8 bits, Display P3': () => p3Tiff(8),
  'TIFF, 16 bits, Display P3': () => p3Tiff(16),
  'JPEG, Display P3, turned by EXIF': async () => {
    return { file: await asTurnedJpeg(aPhotograph(8), 6), samples: null, bounds: upright };
  },
};

async function plainPng(depth: 8 | 16): Promise<Original> {
  const picture = aPhotograph(depth);
  return { file: await asPng(picture), samples: picture.data, bounds: lying };
}

async function p3Tiff(depth: 8 | 16): Promise<Original> {
  const picture = aPhotograph(depth);
  return { file: asTiff(picture, await iccOf('p3')), samples: picture.data, bounds: lying };
}

type Layer = {
  readonly rect: PixelRect;
  readonly patch: Uint8Array;
  readonly alpha: Uint8Array;
  readonly opacity: number;
};
type Frame = { readonly masterPath: string; readonly bounds: PixelRect };

/** A spot in its own tenth by tenth of the picture. */
function spotOf(index: number, { width, height }: PixelRect, random: () => number): Region {
  const [columns, rows] = [width / 10, height / 10];
  const [cx, cy] = [((index % 10) + 0.5) * columns, (Math.floor(index / 10) + 0.5) * rows];
  const shift = (): number => 4 * (random() - 0.5);
  return { kind: 'ellipse', cx: cx + shift(), cy: cy + shift(), rx: 6 + 4 * random(), ry: 5 + 4 * random() };
}

/** Every tenth thing is taken out, the others are given other light. */
function intentOf(index: number): Intent {
  const change = {
    warmth: index % 3 === 0 ? 1 : 0,
    brightness: index % 3 === 0 ? 0 : 1,
    contrast: 0,
    saturation: 0,
  };
  const wish: Intent['wish'] =
    index % 10 === 0 ? { kind: 'remove', thing: null } : { kind: 'relight', thing: null, change };
  return { wish, keep: [], confidence: 1 };
}

/** All that a region goes through until it is a layer: alpha, crop, engine, proof. */
async function editOnce(
  frame: Frame,
  layers: readonly Layer[],
  index: number,
  region: Region,
): Promise<Layer> {
  const { bounds } = frame;
  const intent = intentOf(index);
  const kind = intent.wish?.kind ?? 'remove';
  const plain = { region, locks: [], bounds, existing: bounds, masks: new Map() };
  const permitted = await pixels.permittedAlpha({ ...plain, growPx: null, featherPx: null });
  const needs = cropNeeds(kind, { nativeSizes: [], maxPixels: 100_000_000 });
  const plan = permitted && planCrop(permitted.rect, bounds, needs);
  if (!permitted || !plan) throw new Error('Nothing may change');
  const cut = await pixels.run('cutCrop', {
    ...plain,
    ...frame,
    layers,
    permitted,
    cropRect: plan.rect,
    size: plan.size,
  });
  if ('refused' in cut) throw new Error(cut.refused);
  const request = readRequest(cut.request);
  if (!request.ok) throw new Error(request.error.code);
  const { permitted: permittedAlpha, ...planes } = request.value;
  const engine = engines.get(kind === 'remove' ? 'heal' : 'grade');
  if (!engine) throw new Error('no engine');
  const wish = { ...planes, permittedAlpha, intent, note: '', seed: index, strength: 1, variants: 1 };
  const answer = encodeAnswer(await engine.run(wish, new AbortController().signal, () => {}));
  const answerPath = join(dir, 'answer');
  await writeFile(answerPath, answer);
  const judged = await pixels.run('judgeAnswer', {
    ...plain,
    ...frame,
    layers,
    answerPath,
    shape: { size: plan.size, depth: cut.depth, variants: 1 },
    kind,
    cropRect: plan.rect,
    permitted: { rect: permitted.rect, png: cut.permittedPng },
    artwork: null,
  });
  if ('refused' in judged) throw new Error(judged.refused);
  const [best] = judged;
  if (!best) throw new Error('no candidate');
  expect(best.proof).toMatchObject({ changedOutside: 0, changedInLocks: 0 });
  return { rect: best.rect, patch: best.patchPng, alpha: best.alphaPng, opacity: 255 };
}

/** The picture with these layers, from a file that was rendered as a version's is. */
async function rendered(frame: Frame, layers: readonly Layer[]): Promise<Picture['data']> {
  const fileOf = async (bytes: Uint8Array, name: string) => {
    const path = join(dir, name);
    await writeFile(path, bytes);
    return { name, digest: sha256Hex(bytes), path };
  };
  const files = await Promise.all(
    layers.map(async ({ rect, patch, alpha, opacity }, place) => ({
      place,
      rect,
      opacity,
      patch: await fileOf(patch, `${place}.patch.png`),
      alpha: await fileOf(alpha, `${place}.alpha.png`),
    })),
  );
  const outputPath = join(dir, 'rendered.tif');
  await pixels.run('renderEvidence', {
    files: { ...frame, layers: files, permitted: [], locks: [] },
    outputPath,
  });
  return samplesOf(outputPath);
}

/** Samples that differ where no layer lies, and whether any differ under each layer. */
async function differences(
  { bounds }: Frame,
  original: Picture['data'],
  { layers, now }: { readonly layers: readonly Layer[]; readonly now: Picture['data'] },
) {
  const touched = new Uint8Array(bounds.width * bounds.height);
  for (const [k, { rect, alpha }] of layers.entries()) {
    const plane = await decodeAlpha(alpha, rect);
    if (!plane.ok) throw new Error(plane.error.code);
    for (const [i, value] of plane.value.data.entries()) {
      const at = (rect.y + Math.floor(i / rect.width)) * bounds.width + rect.x + (i % rect.width);
      if (value > 0) touched[at] = k + 1;
    }
  }
  let beside = 0;
  const under = new Set<number>();
  for (let s = 0; s < original.length; s += 1) {
    if (original[s] === now[s]) continue;
    const layer = touched[Math.floor(s / 3)] ?? 0;
    if (layer === 0) beside += 1;
    else under.add(layer);
  }
  return { samples: now.length, beside, under: under.size };
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

describe('a hundred edits, of which every other one is taken away again', () => {
  test.each(Object.keys(originals))('leave all the rest of a picture as it was: %s', async (name) => {
    const made = await originals[name]?.();
    if (!made) throw new Error('no original');
    const frame: Frame = { masterPath: join(dir, 'master.tif'), bounds: made.bounds };
    const uploadPath = join(dir, 'upload');
    await writeFile(uploadPath, made.file);
    const master = await pixels.run('ingestPicture', { uploadPath, limits, masterPath: frame.masterPath });
    expect(master).toMatchObject({
      ok: true,
      value: { width: frame.bounds.width, height: frame.bounds.height },
    });
    const original = made.samples ?? (await samplesOf(frame.masterPath));
    const random = aRandom(9);
    const layers: Layer[] = [];
    for (let k = 0; k < edits; k += 1) {
      layers.push(await editOnce(frame, layers, k, spotOf(k, frame.bounds, random)));
    }
    const look = async (now: readonly Layer[]) =>
      differences(frame, original, { layers: now, now: await rendered(frame, now) });
    expect(await look(layers)).toEqual({ samples: original.length, beside: 0, under: edits });

    let left: readonly Layer[] = layers;
    const everyOther = shuffled(
      layers.filter((_, k) => k % 2 === 0),
      random,
    );
    for (const [k, layer] of everyOther.entries()) {
      left = left.filter((other) => other !== layer);
      if ((k + 1) % 10 === 0) {
        expect(await look(left)).toEqual({ samples: original.length, beside: 0, under: edits - k - 1 });
      }
    }
    expect(left).toHaveLength(edits / 2);
    expect(await look([])).toEqual({ samples: original.length, beside: 0, under: 0 });
  });
});
