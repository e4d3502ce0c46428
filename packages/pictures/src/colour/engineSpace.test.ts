import { makePicture, type Picture } from '@pinpaint/imaging';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aPicture, iccOf } from '../testPictures.ts';
import { fromEngineSpace, toEngineSpace } from './engineSpace.ts';
import { srgbToLinear } from './toneCurve.ts';

const p3 = await iccOf('p3');

it('gives back the very same picture where there is nothing to convert', async () => {
  const picture = aPicture({ depth: 16 });
  for (const icc of [null, await iccOf('srgb')]) {
    expect(toEngineSpace(picture, icc)).toBe(picture);
    expect(fromEngineSpace(picture, icc)).toBe(picture);
  }
});

it('drops a fourth channel and nothing else on the way to an engine', () => {
  const picture = aPicture({ channels: 4 });
  const crop = toEngineSpace(picture, null);
  expect(crop.channels).toBe(3);
  expect([...crop.data]).toEqual([...picture.data].filter((_, i) => i % 4 !== 3));
});

// Compared in linear light, since a short profile rounds its primaries to a thousandth.
it('converts Display P3 as its definition says', () => {
  fc.assert(
    fc.property(fc.tuple(sample16, sample16, sample16), (rgb) => {
      const crop = toEngineSpace(pixel(rgb), p3);
      displayP3ToLinearSrgb(rgb).forEach((wanted, c) => {
        expect(Math.abs(srgbToLinear((crop.data[c] ?? 0) / 65535) - wanted)).toBeLessThan(0.002);
      });
    }),
    { numRuns: 300 },
  );
});

// A short profile rounds its primaries, so that sRGB's own edge may lie a hair outside.
it('brings every sRGB colour back to less than half an 8-bit step', () => {
  const crop = aPicture({ width: 300, height: 300, depth: 16 });
  expect(largestDifference(toEngineSpace(fromEngineSpace(crop, p3), p3), crop)).toBeLessThan(128);
});

it('keeps grey grey and black and white exact', () => {
  const full = 65535;
  for (const grey of [0, 1, 300, 20_000, 65_000, full]) {
    const [r = -1, g = -2, b = -3] = toEngineSpace(pixel([grey, grey, grey]), p3).data;
    expect([r, g, b]).toEqual([r, r, r]);
    expect(Math.abs(r - grey)).toBeLessThanOrEqual(2);
  }
  expect([...toEngineSpace(pixel([full, full, full]), p3).data]).toEqual([full, full, full]);
});

it('returns the master’s own samples where the engine changed nothing, though sRGB can’t show them', () => {
  const source = aPicture({ width: 4, height: 2, depth: 16, channels: 4 });
  for (let i = 0; i < 4; i += 1) source.data[i] = [0, 65535, 0, 65535][i] ?? 0;
  const given = toEngineSpace(source, p3);
  const patch = { ...given, data: given.data.slice() } as Picture;
  patch.data[3] = (given.data[3] ?? 0) ^ 0x4000;
  const own = fromEngineSpace(patch, p3, { given, source });
  expect([...own.data.slice(0, 3)]).toEqual([0, 65535, 0]);
  expect([...own.data.slice(6, 9)]).toEqual([...source.data.slice(8, 11)]);
  expect([...own.data.slice(3, 6)]).toEqual([...fromEngineSpace(patch, p3).data.slice(3, 6)]);
  expect([...fromEngineSpace(given, p3).data.slice(0, 3)]).not.toEqual([0, 65535, 0]);
});

const sample16 = fc.integer({ min: 0, max: 65535 });

function pixel(rgb: readonly number[]): Picture {
  const picture = makePicture({ width: 1, height: 1, channels: 3, depth: 16 });
  picture.data.set(rgb);
  return picture;
}

/** By the published primaries (SMPTE EG 432-1 with D65), apart from anything in the code under test but its curve. */
function displayP3ToLinearSrgb(rgb: readonly number[]): number[] {
  const [r = 0, g = 0, b = 0] = rgb.map((sample) => srgbToLinear(sample / 65535));
  return [
    1.2249401762805598 * r - 0.22494017628055996 * g,
    -0.042056954709688163 * r + 1.0420569547096881 * g,
    -0.019637554590334432 * r - 0.078636045550631889 * g + 1.0982736001409663 * b,
  ].map((linear) => Math.min(1, Math.max(0, linear)));
}

function largestDifference(one: Picture, other: Picture): number {
  let most = 0;
  for (let i = 0; i < one.data.length; i += 1) {
    most = Math.max(most, Math.abs((one.data[i] ?? 0) - (other.data[i] ?? 0)));
  }
  return most;
}
