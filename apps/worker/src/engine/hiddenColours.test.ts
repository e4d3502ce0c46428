import { join } from 'node:path';
import { cropNeeds } from '@pinpaint/actions';
import type { PixelRect, PixelSize, Region } from '@pinpaint/domain';
import { createHeal, type EngineCandidate } from '@pinpaint/engines';
import { makePicture } from '@pinpaint/imaging';
import { makeMaster, openPixels } from '@pinpaint/pictures';
import { readRequest } from '@pinpaint/pictures/parcel';
import { asPng, fileOf, scratchFolder } from '@pinpaint/pictures/testing';
import { afterAll, describe, expect, test } from 'vitest';

const pixels = openPixels({ threads: 1 });
afterAll(() => pixels.stop());

const [width, height] = [96, 64];
const existing: PixelRect = { x: 0, y: 0, width, height };
type Where = (x: number, y: number) => boolean;

/** Red noise; what is hidden is wholly transparent, and lime. */
async function aMaster(isHidden: Where): Promise<string> {
  const picture = makePicture({ width, height, channels: 4, depth: 8 });
  let state = 7;
  for (let i = 0; i < width * height; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const noise = (state >>> 27) - 16;
    const hidden = isHidden(i % width, Math.floor(i / width));
    picture.data.set(hidden ? [0, 255, 0, 0] : [180 + noise, 70 + noise, 60 + noise, 255], i * 4);
  }
  const path = join(await scratchFolder(), 'master.tif');
  await makeMaster(await fileOf(await asPng(picture)), path);
  return path;
}

type Wish = {
  readonly region: Region;
  readonly bounds?: PixelRect;
  readonly size?: PixelSize;
  readonly isHidden: Where;
};

async function cut({ region, bounds = existing, size = bounds, isHidden }: Wish) {
  const plain = { region, bounds, existing, locks: [], masks: new Map() };
  const permitted = await pixels.permittedAlpha({ ...plain, growPx: null, featherPx: null });
  if (!permitted) throw new Error('Nothing is permitted');
  const masterPath = await aMaster(isHidden);
  const sized = { cropRect: bounds, size };
  return pixels.run('cutCrop', { ...plain, ...sized, masterPath, layers: [], permitted });
}

async function healed(wish: Wish): Promise<EngineCandidate | undefined> {
  const made = await cut(wish);
  if ('refused' in made) throw new Error(made.refused);
  const planes = readRequest(made.request);
  if (!planes.ok) throw new Error(planes.error.code);
  const { permitted: permittedAlpha, ...rest } = planes.value;
  const intent = { wish: { kind: 'remove', thing: null }, keep: [], confidence: 1 } as const;
  const asked = { ...rest, permittedAlpha, intent, note: '', seed: 1, strength: 1, variants: 1 };
  const [candidate] = await createHeal().run(asked, AbortSignal.timeout(60_000), () => undefined);
  return candidate;
}

/** Greener than red, which nothing of the picture is. */
function isLime(rgb: Uint8Array | Uint16Array, at: number): boolean {
  return (rgb[at * 3 + 1] ?? 0) > (rgb[at * 3] ?? 0);
}

function limeIn(candidate: EngineCandidate | undefined): number {
  if (!candidate) throw new Error('There is no candidate');
  const { patch, usedAlpha } = candidate;
  return usedAlpha.filter((alpha, i) => alpha > 0 && isLime(patch.data, i)).length;
}

const stripAt =
  (from: number, to: number): Where =>
  (x) =>
    x >= from && x < to;
const wider: PixelRect = { x: 0, y: 0, width: 128, height };

describe('the hidden colour of transparent pixels', () => {
  test.each<[string, Wish]>([
    [
      'a removal at a strip of them',
      { region: { kind: 'rectangle', x: 20, y: 20, width: 30, height: 20 }, isHidden: stripAt(46, 60) },
    ],
    [
      'a removal across them',
      { region: { kind: 'rectangle', x: 30, y: 20, width: 40, height: 20 }, isHidden: stripAt(46, 60) },
    ],
    [
      'an extend of a picture with a strip of them',
      { region: { kind: 'none' }, bounds: wider, isHidden: stripAt(70, 84) },
    ],
    [
      'an extend of a picture whose border has some of them',
      { region: { kind: 'none' }, bounds: wider, isHidden: (x, y) => x >= 84 && y < 40 },
    ],
  ])('is not copied by %s', async (_, wish) => {
    expect(limeIn(await healed(wish))).toBe(0);
  });

  test('leaves nothing to go on from where a whole border is transparent', async () => {
    const region = { kind: 'none' } as const;
    const refused = { refused: 'engine.no-source' };
    const both = { ...wider, x: -32, width: 160 };
    const left = { ...both, width: 128 };
    const isHidden = stripAt(90, 96);
    expect(await cut({ region, bounds: wider, isHidden })).toEqual(refused);
    expect(await cut({ region, bounds: both, isHidden })).toEqual(refused);
    expect(await cut({ region, bounds: left, isHidden })).not.toEqual(refused);
  });

  test('leaves nothing to change where nothing else is', async () => {
    const region: Region = { kind: 'rectangle', x: 55, y: 20, width: 4, height: 4 };
    const made = await cut({ region, isHidden: stripAt(20, 96) });
    expect(made).toEqual({ refused: 'answer.nothing-changed' });
  });

  test('counts as nothing to copy from where an edit is foreseen', async () => {
    const region: Region = { kind: 'rectangle', x: 0, y: 0, width: 20, height };
    const plain = { region, bounds: existing, existing, locks: [], masks: new Map(), layers: [] };
    const needs = cropNeeds('remove', { nativeSizes: [], maxPixels: 1_000_000 });
    const masterPath = await aMaster(stripAt(30, width));
    const foreseen = await pixels.foresee({ ...plain, masterPath, needs, holeNeeds: needs });
    // 20 columns, grown and feathered, over what is left of the 30 that are seen.
    expect(foreseen?.holeOverRest).toBeGreaterThan(2);
  });

  test('does not come into the crop where it is resampled', async () => {
    const wish = {
      region: { kind: 'ellipse', cx: 20, cy: 20, rx: 8, ry: 8 },
      isHidden: stripAt(50, 60),
    } as const;
    const made = await cut({ ...wish, size: { width: 48, height: 32 } });
    const planes = readRequest('refused' in made ? new Uint8Array() : made.request);
    if (!planes.ok) throw new Error(planes.error.code);
    const { crop, known } = planes.value;
    expect(known.filter((value, i) => value > 0 && isLime(crop.data, i))).toHaveLength(0);
  });
});
