import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PixelRect, Region } from '@pinpaint/domain';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Master, makeMaster } from '../master/makeMaster.ts';
import { decodeAlpha } from '../wire/encodeAlpha.ts';
import type { ReferenceArea } from './cutReference.ts';
import type { ReferenceFile } from './cutReferencePicture.ts';
import { openPixels, type PixelThreads } from './openPixels.ts';
import { encodeAnswer, type RequestPlanes } from './parcel/engineParcels.ts';
import { readRequest } from './parcel/readRequest.ts';

const photograph = join(import.meta.dirname, '../../../../fixtures/coffee.png');
const bounds: PixelRect = { x: 0, y: 0, width: 600, height: 400 };
const region: Region = { kind: 'ellipse', cx: 300, cy: 200, rx: 60, ry: 40 };
const cropRect: PixelRect = { x: 200, y: 120, width: 200, height: 160 };
const plain = { bounds, existing: bounds, growPx: null, featherPx: null, masks: new Map(), locks: [] };

let pixels: PixelThreads;
let dir: string;
let masterPath: string;
let master: Master;

beforeAll(async () => {
  pixels = openPixels({ threads: 2 });
  dir = await mkdtemp(join(tmpdir(), 'pinpaint-pixels-'));
  masterPath = join(dir, 'master.tif');
  master = await makeMaster(photograph, masterPath);
});

afterAll(async () => {
  await pixels.stop();
  await rm(dir, { recursive: true, force: true });
});

async function cut(
  wish: {
    locks?: readonly Region[];
    size?: { width: number; height: number };
    reference?: ReferenceArea | ReferenceFile;
  } = {},
) {
  const { locks = [], size = cropRect } = wish;
  const permitted = await pixels.permittedAlpha({ ...plain, region, locks });
  if (!permitted) throw new Error('Nothing is permitted');
  const planes = await pixels.run('cutCrop', {
    masterPath,
    bounds,
    layers: [],
    permitted,
    region,
    locks,
    masks: new Map(),
    existing: bounds,
    cropRect,
    size: { width: size.width, height: size.height },
    reference: wish.reference ?? null,
  });
  if ('refused' in planes) throw new Error(planes.refused);
  const request = readRequest(planes.request);
  if (!request.ok) throw new Error(request.error.code);
  return { permitted: { rect: permitted.rect, png: planes.permittedPng }, planes: request.value };
}

async function judge(
  permitted: { rect: PixelRect; png: Uint8Array },
  planes: RequestPlanes,
  locks: readonly Region[] = [],
) {
  const { crop } = planes;
  if (crop.depth !== 8) throw new Error('The photograph has 8 bits');
  const patch = { ...crop, data: crop.data.map((sample) => 255 - sample) };
  const answer = encodeAnswer([{ patch, usedAlpha: planes.permitted, seed: 1, figures: { unmatched: 0.9 } }]);
  const answerPath = join(dir, 'answer');
  await writeFile(answerPath, answer);
  return pixels.run('judgeAnswer', {
    masterPath,
    bounds,
    layers: [],
    answerPath,
    shape: { size: { width: crop.width, height: crop.height }, depth: 8, variants: 1 },
    kind: 'recolour',
    cropRect,
    permitted,
    existing: bounds,
    locks,
    masks: new Map(),
    artwork: null,
  });
}

const lock: Region = { kind: 'rectangle', x: 300, y: 150, width: 40, height: 100 };

describe('what an engine gets', () => {
  test('is for a match also the reference, from elsewhere on the frame, with its outline', async () => {
    const shown: Region = { kind: 'ellipse', cx: 430, cy: 60, rx: 20, ry: 10 };
    const rect = { x: 410, y: 50, width: 40, height: 20 };
    const { planes } = await cut({ reference: { region: shown, rect } });
    const { data } = await sharp(photograph)
      .extract({ left: 410, top: 50, width: 40, height: 20 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(planes.reference?.crop).toMatchObject({ width: 40, height: 20, depth: 8 });
    expect(Buffer.compare(Buffer.from(planes.reference?.crop.data ?? []), data)).toBe(0);
    expect([planes.reference?.alpha[0], planes.reference?.alpha[10 * 40 + 20]]).toEqual([0, 255]);
    expect((await cut()).planes.reference).toBeUndefined();
  });

  test('is for a match all of a picture where it is shown one: in sRGB, a megapixel at the most, with its holes', async () => {
    const wide = { create: { width: 2400, height: 1200, channels: 4, background: '#0047ab' } } as const;
    const left = { left: 0, top: 0, width: 1200, height: 1200 };
    const clear = await sharp({ create: { ...left, channels: 4, background: '#fff' } })
      .png()
      .toBuffer();
    const file = await sharp(wide)
      .composite([{ input: clear, ...left, blend: 'dest-out' }])
      .withIccProfile('p3')
      .png()
      .toBuffer();
    const { reference } = (await cut({ reference: { file } })).planes;
    const { width = 0, height = 0, data = [] } = reference?.crop ?? {};
    expect([width, height]).toEqual([1414, 707]);
    const middle = (height >> 1) * width;
    expect([reference?.alpha[middle + 300], reference?.alpha[middle + 1100]]).toEqual([0, 255]);
    const [r = 0, g = 0, b = 0] = data.slice(3 * (middle + 1100));
    expect([Math.abs(r), Math.abs(g - 0x47), Math.abs(b - 0xab)].every((by) => by <= 2)).toBe(true);
  });

  test('is the crop, with the lock taken out of what is permitted and shown as locked', async () => {
    const { planes } = await cut({ locks: [lock] });
    const at = (x: number, y: number) => (y - cropRect.y) * cropRect.width + (x - cropRect.x);
    const seen = [at(290, 200), at(320, 200), at(210, 130)].map((i) => [
      planes.permitted[i],
      planes.region[i],
      planes.locked[i],
      planes.known[i],
    ]);
    expect(seen).toEqual([
      [255, 255, 0, 255],
      [0, 255, 255, 255],
      [0, 0, 0, 255],
    ]);
  });

  test('has the engine’s own size where that differs', async () => {
    const { planes } = await cut({ size: { width: 100, height: 80 } });
    expect([planes.crop.width, planes.crop.data.length, planes.permitted.length]).toEqual([
      100, 24_000, 8_000,
    ]);
  });
});

describe('what it answers', () => {
  test('changes nothing outside of what is permitted, and warns by its figures', async () => {
    const { permitted, planes } = await cut({ locks: [lock] });
    const judged = await judge(permitted, planes, [lock]);
    expect(judged).toMatchObject([
      { proof: { changedOutside: 0, changedInLocks: 0 }, flags: expect.arrayContaining(['thing.not-found']) },
    ]);
  });

  test('stays within the permitted alpha also when it comes back from another size', async () => {
    const { permitted, planes } = await cut({ locks: [lock], size: { width: 100, height: 80 } });
    const judged = await judge(permitted, planes, [lock]);
    expect(judged).toMatchObject([{ proof: { changedOutside: 0, changedInLocks: 0 } }]);
  });

  test('under a lock set during the run is counted in the proof', async () => {
    const { permitted, planes } = await cut();
    const judged = await judge(permitted, planes, [lock]);
    expect('refused' in judged ? 0 : judged[0]?.proof.changedInLocks).toBeGreaterThan(0);
  });
});

test('a lock is touched by the softest edge, and by nothing beside it', async () => {
  const { permitted } = await cut();
  const touches = (x: number) =>
    pixels.touchesLock({
      alpha: permitted,
      locks: [{ kind: 'rectangle', x, y: 200, width: 5, height: 1 }],
      masks: new Map(),
    });
  const { x, width } = permitted.rect;
  expect([await touches(x - 5), await touches(x - 4), await touches(x + width)]).toEqual([
    false,
    true,
    false,
  ]);
});

test('a lock whose mask can’t be read holds its whole rectangle', async () => {
  const rect = { x: 0, y: 0, width: 600, height: 400 };
  const locks: Region[] = [{ kind: 'raster', rect, mask: 'f'.repeat(64) }];
  expect(await pixels.permittedAlpha({ ...plain, region, locks })).toBeNull();
});

describe('a whole picture', () => {
  const files = () => ({ bounds, masterPath, layers: [], permitted: [], locks: [] });

  test('becomes a master with a thumbnail, or is refused for what it is', async () => {
    const wish = {
      limits: { maxBytes: 10_000_000, maxMegapixels: 1 },
      masterPath: join(dir, 'ingested.tif'),
    };
    const made = await pixels.run('ingestPicture', { ...wish, uploadPath: photograph });
    expect(made).toMatchObject({
      ok: true,
      value: { width: 600, height: 400, samplesDigest: master.samplesDigest, thumb: expect.any(Uint8Array) },
    });
    const refused = await pixels.run('ingestPicture', { ...wish, uploadPath: import.meta.filename });
    expect(refused).toEqual({ ok: false, error: { code: 'picture.unknown-type' } });
  });

  test('is rendered from its evidence and proved from the file', async () => {
    const resultPath = join(dir, 'result.tif');
    const { samplesDigest } = await pixels.run('renderEvidence', { files: files(), outputPath: resultPath });
    expect(samplesDigest).toBe(master.samplesDigest);
    const counts = await pixels.run('proveEvidence', { files: files(), resultPath });
    expect(counts).toEqual({ changedInside: 0, changedOutside: 0, changedInLocks: 0 });
  });

  test('is written as a file to hand out', async () => {
    const outputPath = join(dir, 'rendition.png');
    await pixels.run('writeRendition', { masterPath, kind: 'png', outputPath });
    expect((await readFile(outputPath)).subarray(1, 4).toString()).toBe('PNG');
  });

  test('keeps no crop waiting, however many of them there are', async () => {
    const done: string[] = [];
    const wholes = Array.from({ length: 8 }, async (_, n) => {
      await pixels.run('renderEvidence', { files: files(), outputPath: join(dir, `${n}.tif`) });
      done.push('whole');
    });
    const crop = pixels.permittedAlpha({ ...plain, region }).then(() => done.push('crop'));
    await Promise.all([crop, ...wholes]);
    expect(done.at(-1)).toBe('whole');
  });
});

test('a mask is counted where it is made, and comes as a picture only when asked', async () => {
  const wish = { ...plain, region, growPx: 0, featherPx: 0 };
  const alpha = await pixels.permittedAlpha(wish);
  const pixelsIn = alpha?.data.filter((value) => value !== 0).length;
  const mask = await pixels.permittedMask({ ...wish, asPng: true });
  expect(mask).toMatchObject({ rect: alpha?.rect, pixels: pixelsIn });
  const decoded = await decodeAlpha(mask?.png ?? new Uint8Array(), alpha?.rect ?? bounds);
  expect(decoded).toEqual({ ok: true, value: alpha });
  expect(await pixels.permittedMask({ ...wish, asPng: false })).toMatchObject({ png: null });
});

test('a job that fails leaves the others alone', async () => {
  const wish = {
    bounds,
    layers: [],
    masterPath: '/nowhere',
    cropRect,
    layer: { rect: cropRect, patch: new Uint8Array(), alpha: new Uint8Array(), opacity: 255 },
  };
  const [failed, done] = await Promise.allSettled([
    pixels.preview(wish),
    pixels.permittedAlpha({ ...plain, region }),
  ]);
  expect([failed.status, done.status]).toEqual(['rejected', 'fulfilled']);
});
