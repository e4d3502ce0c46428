import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Picture, Placed } from '@pinpaint/imaging';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { makeMaster } from '../master/makeMaster.ts';
import { readStrips } from '../master/readStrips.ts';
import { aPicture, asTiff, fileOf, iccOf, samplesOf, scratchFolder } from '../testPictures.ts';
import { encodeRendition } from './encodeRendition.ts';
import { writePicture } from './writePicture.ts';

const p3 = await iccOf('p3');

/** Bands of uneven height, since nothing may depend on them. */
function* bandsOf(picture: Picture, rows = 7): Generator<Placed> {
  const rowLength = picture.width * picture.channels;
  for (let y = 0; y < picture.height; y += rows) {
    const height = Math.min(rows, picture.height - y);
    const data = picture.data.slice(y * rowLength, (y + height) * rowLength);
    yield { x: 0, y, picture: { ...picture, height, data } as Picture };
  }
}

it.each([
  { kind: 'png', depth: 8, channels: 3, icc: null },
  { kind: 'png', depth: 16, channels: 4, icc: p3 },
  { kind: 'tiff', depth: 8, channels: 4, icc: p3 },
  { kind: 'tiff', depth: 16, channels: 3, icc: p3 },
] as const)('keeps every sample in a $kind of $depth bits and $channels channels', async (kind) => {
  const picture = aPicture({ width: 331, height: 500, depth: kind.depth, channels: kind.channels });
  const outputPath = join(await scratchFolder(), 'out');
  await encodeRendition({
    strips: bandsOf(picture),
    format: { ...picture, icc: kind.icc },
    kind: kind.kind,
    outputPath,
  });
  const samples = await samplesOf(outputPath);
  expect(samples.length === picture.data.length && samples.every((v, i) => v === picture.data[i])).toBe(true);
  const { format, icc } = await sharp(outputPath).metadata();
  expect(format).toBe(kind.kind);
  expect(icc ? new Uint8Array(icc) : null).toEqual(kind.icc);
  expect(await readdir(dirname(outputPath))).toEqual(['out']);
});

it('makes a JPEG of 8 bits with the profile, on white where nothing is', async () => {
  const picture = aPicture({ width: 64, height: 64, depth: 16, channels: 4 });
  picture.data.fill(0);
  const outputPath = join(await scratchFolder(), 'out.jpg');
  const format = { ...picture, icc: p3 };
  await encodeRendition({ strips: bandsOf(picture), format, kind: 'jpeg', outputPath });
  expect(await sharp(outputPath).metadata()).toMatchObject({ format: 'jpeg', channels: 3, depth: 'uchar' });
  expect(new Uint8Array((await sharp(outputPath).metadata()).icc ?? [])).toEqual(p3);
  expect([...(await samplesOf(outputPath))].every((sample) => sample === 255)).toBe(true);
});

it('goes from a master through bands to a file and back to the same master', async () => {
  const folder = await scratchFolder();
  const [masterPath, tiff, again] = [join(folder, 'a'), join(folder, 'b'), join(folder, 'c')];
  const picture = aPicture({ width: 300, height: 520, depth: 16, channels: 4 });
  const master = await makeMaster(await fileOf(asTiff(picture, p3)), masterPath);
  await writePicture(tiff, master, readStrips(masterPath));
  expect((await makeMaster(tiff, again)).samplesDigest).toBe(master.samplesDigest);
});

it('refuses bands that are not the picture', async () => {
  const picture = aPicture();
  const path = join(await scratchFolder(), 'out');
  const format = { ...picture, icc: null };
  await expect(writePicture(path, { ...format, height: 48 }, bandsOf(picture))).rejects.toThrow(RangeError);
  await expect(writePicture(path, format, bandsOf(aPicture({ depth: 16 })))).rejects.toThrow(RangeError);
  await expect(writePicture(path, { ...format, height: 1e9 }, [])).rejects.toThrow(RangeError);
});
