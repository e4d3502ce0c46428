import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { masterHeader, type Picture, sampleBytes } from '@pinpaint/imaging';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import {
  aPicture,
  asPng,
  asTiff,
  fileOf,
  iccOf,
  samplesOf,
  scratchFolder,
  withOrientation,
} from '../testPictures.ts';
import { makeMaster } from './makeMaster.ts';
import { readCrop } from './readCrop.ts';
import { readStrips } from './readStrips.ts';

async function masterOf(bytes: Uint8Array) {
  const path = join(await scratchFolder(), 'master.tif');
  return { path, ...(await makeMaster(await fileOf(bytes), path)) };
}

it.each([
  { depth: 8, channels: 3, profile: null },
  { depth: 8, channels: 4, profile: 'p3' },
  { depth: 16, channels: 3, profile: 'p3' },
  { depth: 16, channels: 3, profile: 'srgb' },
  { depth: 16, channels: 4, profile: null },
  { depth: 16, channels: 4, profile: 'p3' },
] as const)('keeps every sample of $depth bits, $channels channels, profile $profile', async (kind) => {
  const picture = aPicture({ width: 700, height: 531, depth: kind.depth, channels: kind.channels });
  const icc = kind.profile && (await iccOf(kind.profile));
  const master = await masterOf(asTiff(picture, icc));
  expect(sameSamples(await samplesOf(master.path), picture.data)).toBe(true);
  expect(master.icc).toEqual(icc);
  const profileDigest = icc && sha256(icc);
  expect(master).toMatchObject({
    width: 700,
    height: 531,
    depth: kind.depth,
    channels: kind.channels,
    samplesDigest: sha256(masterHeader(picture, profileDigest), sampleBytes(picture)),
  });
  expect(master.profile?.digest ?? null).toBe(profileDigest);
});

it('gives the same samples digest to the same picture from another file type', async () => {
  const picture = aPicture({ depth: 16, channels: 4 });
  const [png, tiff] = [await masterOf(await asPng(picture)), await masterOf(asTiff(picture))];
  expect(png.samplesDigest).toBe(tiff.samplesDigest);
});

it('is a master again when it is made from a master', async () => {
  const first = await masterOf(asTiff(aPicture({ depth: 16 }), await iccOf('p3')));
  const second = await masterOf(await readFile(first.path));
  expect(second.samplesDigest).toBe(first.samplesDigest);
});

it.each([8, 16] as const)('repeats the samples of a grey picture of %i bits', async (depth) => {
  const grey = aPicture({ width: 30, height: 20, depth });
  const raw = { width: 30, height: 20, channels: 1 } as const;
  const samples = grey.data.slice(0, 600);
  const png = await sharp(samples, { raw })
    .toColourspace(depth === 16 ? 'grey16' : 'b-w')
    .png()
    .toBuffer();
  const master = await masterOf(png);
  expect(master).toMatchObject({ channels: 3, depth });
  expect([...(await samplesOf(master.path))]).toEqual(
    [...samples].flatMap((sample) => [sample, sample, sample]),
  );
});

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'turns EXIF orientation %i upright, whatever the depth',
  async (orientation) => {
    for (const depth of [8, 16] as const) {
      const picture = aPicture({ width: 40, height: 30, depth });
      const bytes = withOrientation(await asPng(picture), orientation);
      const master = await masterOf(bytes);
      const turned = orientation > 4;
      expect(master).toMatchObject({ width: turned ? 30 : 40, height: turned ? 40 : 30, depth });
      expect(sameSamples(await samplesOf(master.path), upright(picture, orientation).data)).toBe(true);
    }
  },
);

it('leaves EXIF and XMP behind, since they may tell places and names', async () => {
  const jpeg = await sharp(await asPng(aPicture()))
    .withExif({ IFD0: { Artist: 'somebody' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">somebody</x:xmpmeta>')
    .jpeg()
    .toBuffer();
  expect(jpeg.toString('latin1').split('somebody')).toHaveLength(3);
  expect((await readFile((await masterOf(jpeg)).path)).includes('somebody')).toBe(false);
});

it('reads a file anew that was written again under its name', async () => {
  const path = join(await scratchFolder(), 'master.tif');
  for (const width of [300, 280]) {
    const picture = aPicture({ width });
    await makeMaster(await fileOf(asTiff(picture)), path);
    expect(await readCrop(path, { x: 0, y: 0, width, height: 47 })).toEqual(picture);
  }
});

it.each([8, 16] as const)(
  'reads crops and bands of %i bits that are the samples themselves',
  async (depth) => {
    const picture = aPicture({ width: 300, height: 530, channels: 4, depth });
    const { path } = await masterOf(asTiff(picture));
    const rect = { x: 250, y: 255, width: 50, height: 3 };
    const crop = await readCrop(path, rect);
    expect(crop).toEqual(cut(picture, rect));
    const bands = await all(readStrips(path, 100));
    expect(bands.map(({ y, picture: band }) => [y, band.height])).toEqual([
      [0, 100],
      [100, 100],
      [200, 100],
      [300, 100],
      [400, 100],
      [500, 30],
    ]);
    const samples = Buffer.concat(bands.map((band) => sampleBytes(band.picture)));
    expect(samples.equals(sampleBytes(picture))).toBe(true);
  },
);

it.each([
  { x: -1, y: 0, width: 5, height: 5 },
  { x: 0, y: 0, width: 62, height: 5 },
  { x: 60, y: 46, width: 1, height: 2 },
  { x: 0, y: 0, width: 0, height: 1 },
])('reads nothing for a rectangle that leaves the master: %j', async (rect) => {
  const { path } = await masterOf(asTiff(aPicture()));
  await expect(readCrop(path, rect)).rejects.toThrow(RangeError);
});

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** A failing comparison of half a million numbers prints them all. */
function sameSamples(one: Picture['data'], other: Picture['data']): boolean {
  return one.length === other.length && one.every((sample, i) => sample === other[i]);
}

function cut(picture: Picture, rect: { x: number; y: number; width: number; height: number }): Picture {
  return mapped(picture, rect, (x, y) => [rect.x + x, rect.y + y]);
}

/** The EXIF table: where in the stored picture the sample shown at (x, y) lies. */
function upright(picture: Picture, orientation: number): Picture {
  const [right, bottom] = [picture.width - 1, picture.height - 1];
  const stored = [
    (x: number, y: number) => [x, y] as const,
    (x: number, y: number) => [right - x, y] as const,
    (x: number, y: number) => [right - x, bottom - y] as const,
    (x: number, y: number) => [x, bottom - y] as const,
    (x: number, y: number) => [y, x] as const,
    (x: number, y: number) => [y, bottom - x] as const,
    (x: number, y: number) => [right - y, bottom - x] as const,
    (x: number, y: number) => [right - y, x] as const,
  ][orientation - 1];
  const turned = orientation > 4;
  const size = {
    width: turned ? picture.height : picture.width,
    height: turned ? picture.width : picture.height,
  };
  return mapped(picture, size, stored ?? ((x, y) => [x, y]));
}

function mapped(
  picture: Picture,
  { width, height }: { width: number; height: number },
  from: (x: number, y: number) => readonly [number, number],
): Picture {
  const out = aPicture({ ...picture, width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [sx, sy] = from(x, y);
      for (let c = 0; c < picture.channels; c += 1) {
        out.data[(y * width + x) * picture.channels + c] =
          picture.data[(sy * picture.width + sx) * picture.channels + c] ?? 0;
      }
    }
  }
  return out;
}

function sha256(...parts: Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
