import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fillByHeal } from '../../bench/fillers.ts';
import { type Rgb, readRgb } from '../../bench/raster.ts';
import { caseHole, readPictures } from '../../bench/readCases.ts';
import { createRandom } from '../../random.ts';
import { readRoles } from '../pixelRole.ts';
import { buildPyramid } from '../pyramid.ts';
import { priceRarity } from '../rarity.ts';
import { findSelfMatches } from '../selfMatches.ts';
import { aHealRequest, type HealScene, type Paint, type Where } from '../testing/aHealRequest.ts';
import { fillByStrips } from './fillByStrips.ts';

const size = { width: 160, height: 60 };
const isNew: Where = (x) => x < 40 || x >= 120;
const isThing: Where = (x, y) => Math.hypot(x - 80, y - 30) < 12;
/** Boards of different heights with a joint every 25 pixels, lighter to the right, and one thing before them. */
const boards: Paint = (x, y) => {
  const light = Math.round(x / 8);
  if (isThing(x, y)) return [200, 30 + ((x * 7 + y * 11) % 40), 20];
  const board = y < 21 ? 0 : y < 37 ? 1 : 2;
  if (y === 21 || y === 37 || (x + 9 * board) % 25 === 0) return [30 + light, 25 + light, 20 + light];
  return [90 + 40 * board + light, 80 + 30 * board + light, 70 + light];
};

describe('strips', () => {
  it('lay whole lines on, so that everything stays at its height, and copy nothing that is there once', async () => {
    const scene: HealScene = { ...size, paint: boards, hole: isNew, known: (x, y) => !isNew(x, y) };
    const laid = await fill(scene);
    for (const x of [3, 20, 37, 122, 140, 157]) {
      // Joints are dark all along.
      expect(Math.max(...laid.at(x, 21), ...laid.at(x, 37))).toBeLessThan(60);
      for (let y = 0; y < size.height; y++)
        expect(laid.at(x, y)[1]).toBeGreaterThan(0.5 * (laid.at(x, y)[0] ?? 0));
    }
  });

  it('leave what is known as it is', async () => {
    const laid = await fill({ ...size, paint: boards, hole: isNew, known: (x, y) => !isNew(x, y) });
    for (let x = 40; x < 120; x++)
      for (let y = 0; y < size.height; y++) expect(laid.at(x, y)).toEqual([...boards(x, y)]);
  });

  it('begin in the light of the picture where it ends', async () => {
    const laid = await fill({ ...size, paint: boards, hole: isNew, known: (x, y) => !isNew(x, y) });
    const steps = [5, 10, 28, 45, 55].map((y) =>
      Math.abs((laid.at(120, y)[2] ?? 0) - (laid.at(119, y)[2] ?? 0)),
    );
    expect(steps.filter((step) => step > 4).length).toBeLessThanOrEqual(1);
  });

  it('copy no line that a lock reaches into', async () => {
    const isLocked: Where = (x, y) => x >= 41 && x < 44 && y < 10;
    const green: Paint = (x, y) => (isLocked(x, y) ? [0, 255, 0] : boards(x, y));
    const laid = await fill({
      ...size,
      paint: green,
      hole: isNew,
      known: (x, y) => !isNew(x, y),
      locked: isLocked,
    });
    for (let x = 0; x < size.width; x++) {
      for (let y = 0; y < size.height; y++) if (isNew(x, y)) expect(laid.at(x, y)[1]).not.toBe(255);
    }
  });

  it('are not laid where they would not meet, nor where something is missing within', async () => {
    const random = createRandom(3);
    const values = Array.from({ length: size.width * size.height }, () => Math.floor(256 * random()));
    const noise: Paint = (x, y) => [values[y * size.width + x] ?? 0, 20, values[x] ?? 0];
    const known: Where = (x, y) => !isNew(x, y);
    expect(await strips({ ...size, paint: noise, hole: isNew, known })).toBeNull();
    const isHole: Where = (x, y) => isNew(x, y) || isThing(x, y);
    expect(await strips({ ...size, paint: boards, hole: isHole, known })).toBeNull();
  });
});

it('lets boards and wall go on beyond the picture in lines of its own (wide-16x9)', async () => {
  const fixtures = resolve(import.meta.dirname, '../../../../../fixtures');
  const { cases } = await readPictures(join(fixtures, 'cases.json'), fixtures);
  const one = cases.find(({ id }) => id === 'wide-16x9');
  const small = await sharp(join(fixtures, one?.image ?? ''))
    .resize({ width: 514 })
    .png()
    .toBuffer();
  const hole = one && caseHole(one, await readRgb(small));
  if (!hole) throw new Error('The case is among the fixtures');
  const { picture } = await fillByHeal(hole);
  const from = (picture.width - 514) / 2;
  const known = Array.from({ length: 514 }, (_, x) => Math.round(from) + x);
  for (const x of [40, 200, 400, picture.width - 400, picture.width - 200, picture.width - 40]) {
    expect(Math.min(...known.map((own) => lineDifference(picture, x, own)))).toBeLessThan(8);
  }
});

async function strips({ depth = 8, ...scene }: HealScene) {
  const request = aHealRequest({ ...scene, depth });
  const plane = readRoles(request);
  const pyramid = buildPyramid(request.crop, plane);
  const solved = pyramid.levels.at(-1);
  if (solved) priceRarity(pyramid.levels, findSelfMatches(solved, createRandom(1)));
  const { signal } = new AbortController();
  return await fillByStrips({ crop: request.crop, plane, pyramid, random: null, signal });
}

async function fill(scene: HealScene) {
  const samples = await strips(scene);
  if (!samples) throw new Error('They would not meet');
  return {
    at: (x: number, y: number) => [
      ...samples.subarray((y * scene.width + x) * 3, (y * scene.width + x) * 3 + 3),
    ],
  };
}

/** Mean over R, G, B of two columns. */
function lineDifference({ width, height, data }: Rgb, a: number, b: number): number {
  let sum = 0;
  for (let y = 0; y < height; y++) {
    for (let channel = 0; channel < 3; channel++) {
      sum += Math.abs(
        (data[(y * width + a) * 3 + channel] ?? 0) - (data[(y * width + b) * 3 + channel] ?? 0),
      );
    }
  }
  return sum / (3 * height);
}
