import { join } from 'node:path';
import { makePicture, type Picture } from '@pinpaint/imaging';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeMaster } from '../master/makeMaster.ts';
import { aPicture, asTiff, fileOf, iccOf, scratchFolder } from '../testPictures.ts';
import { thumbnail } from './thumbnail.ts';
import { tile } from './tile.ts';
import { tileGrid } from './tileGrid.ts';

async function masterOf(picture: Picture, icc: Uint8Array | null = null): Promise<string> {
  const path = join(await scratchFolder(), 'master.tif');
  await makeMaster(await fileOf(asTiff(picture, icc)), path);
  return path;
}

describe('the grid', () => {
  it('halves down to one tile', () => {
    expect(tileGrid({ width: 5312, height: 2988 })).toEqual({
      tilePx: 512,
      levels: [
        { width: 5312, height: 2988, columns: 11, rows: 6 },
        { width: 2656, height: 1494, columns: 6, rows: 3 },
        { width: 1328, height: 747, columns: 3, rows: 2 },
        { width: 664, height: 373, columns: 2, rows: 1 },
        { width: 332, height: 186, columns: 1, rows: 1 },
      ],
    });
  });

  it.each([
    [1, 1],
    [513, 1],
    [3, 2000],
    [1, 2000],
    [1025, 777],
  ])('of %i × %i has the very tiles that the pyramid can give', async (width, height) => {
    const master = await masterOf(aPicture({ width, height }));
    const { levels } = tileGrid({ width, height });
    for (const [level, size] of levels.entries()) {
      const [x, y] = [size.columns - 1, size.rows - 1];
      const { width: w, height: h } = await sharp((await tile(master, { level, x, y })) ?? []).metadata();
      expect([w, h]).toEqual([size.width - x * 512, size.height - y * 512]);
      expect(await tile(master, { level, x: size.columns, y })).toBeNull();
      expect(await tile(master, { level, x, y: size.rows })).toBeNull();
    }
    for (const place of [
      { level: levels.length, x: 0, y: 0 },
      { level: -1, x: 0, y: 0 },
      { level: 0, x: -1, y: 0 },
      { level: 0, x: 0.5, y: 0 },
    ]) {
      expect(await tile(master, place)).toBeNull();
    }
  });
});

it('has the very samples of an sRGB master in its PNG tiles', async () => {
  const picture = aPicture({ width: 600, height: 300 });
  const master = await masterOf(picture);
  const png = await tile(master, { level: 0, x: 1, y: 0 }, 'png');
  const samples = await sharp(png ?? [])
    .raw()
    .toBuffer();
  const wanted = await sharp(picture.data, { raw: picture })
    .extract({ left: 512, top: 0, width: 88, height: 300 })
    .raw()
    .toBuffer();
  expect(samples.equals(wanted)).toBe(true);
});

// What 16-bit samples of this value are in 8 bits, and what they are as Display P3 seen in sRGB.
const encoded = [50_000, 20_000, 15_000];
const asSrgb = [195, 78, 58];
const fromP3 = [211, 67, 49];

it.each([
  { depth: 16, profile: null, wanted: asSrgb },
  { depth: 16, profile: 'srgb', wanted: asSrgb },
  { depth: 16, profile: 'p3', wanted: fromP3 },
  { depth: 8, profile: null, wanted: asSrgb },
  { depth: 8, profile: 'srgb', wanted: asSrgb },
  { depth: 8, profile: 'p3', wanted: fromP3 },
] as const)('shows $depth bits with profile $profile as sRGB', async ({ depth, profile, wanted }) => {
  const picture = makePicture({ width: 800, height: 600, channels: 3, depth });
  for (let i = 0; i < picture.data.length; i += 1) {
    picture.data[i] = Math.round((encoded[i % 3] ?? 0) / (depth === 8 ? 257 : 1));
  }
  const master = await masterOf(picture, profile && (await iccOf(profile)));
  for (const shown of [
    await tile(master, { level: 0, x: 1, y: 1 }, 'png'),
    await tile(master, { level: 1, x: 0, y: 0 }),
    await thumbnail(master),
  ]) {
    const { dominant, ...stats } = await sharp(shown ?? []).stats();
    stats.channels.forEach((channel, c) => {
      expect(Math.abs(channel.mean - (wanted[c] ?? 0))).toBeLessThan(2.5);
    });
    expect((await sharp(shown ?? []).metadata()).icc).toBeUndefined();
  }
});

it.each([
  [3000, 1000, 512, 171],
  [600, 1100, 279, 512],
  [40, 30, 40, 30],
])('makes of %i × %i a thumbnail of %i × %i', async (width, height, wide, high) => {
  const small = await thumbnail(await masterOf(makePicture({ width, height, channels: 4, depth: 8 })));
  expect(await sharp(small).metadata()).toMatchObject({
    format: 'webp',
    width: wide,
    height: high,
    hasAlpha: true,
  });
});
