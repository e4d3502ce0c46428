import sharp from 'sharp';
import { expect, test } from 'vitest';
import { decodeWebPicture } from './decodeWebPicture.ts';

const red = sharp({ create: { width: 4, height: 3, channels: 4, background: '#ff0000' } });

test.each(['png', 'jpeg', 'webp'] as const)('%s becomes RGB of 8 bits', async (format) => {
  const picture = await decodeWebPicture(await red.clone().toFormat(format).toBuffer(), 100);
  expect(picture).toMatchObject({ width: 4, height: 3, channels: 3, depth: 8 });
  expect(picture?.data[0]).toBeGreaterThan(250);
});

test('a profile is applied, since what follows is sRGB', async () => {
  const wide = await sharp({ create: { width: 4, height: 3, channels: 3, background: '#ff8000' } })
    .withIccProfile('p3')
    .png()
    .toBuffer();
  const picture = await decodeWebPicture(wide, 100);
  expect(
    [...(picture?.data.subarray(0, 3) ?? [])].map((v, c) => Math.abs(v - ([255, 128, 0][c] ?? 0)) < 6),
  ).toEqual([true, true, true]);
});

test('anything else is none: too many pixels, half a file, another format', async () => {
  const png = await red.clone().png().toBuffer();
  expect(await decodeWebPicture(png, 11)).toBeNull();
  expect(await decodeWebPicture(png.subarray(0, 60), 100)).toBeNull();
  expect(await decodeWebPicture(await red.clone().tiff().toBuffer(), 100)).toBeNull();
  expect(
    await decodeWebPicture(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 100),
  ).toBeNull();
});
