import { expect, it } from 'vitest';
import { cropPicture } from '../picture/cropPicture.ts';
import { makePicture, type Picture } from '../picture/picture.ts';
import { refine, refineMarginPx } from './refine.ts';

const [width, height] = [64, 48];

it('takes grain out of a flat place', () => {
  const picture = aPicture((x, y) => 120 + (((x * 7919 + y * 104729) % 13) - 6) / 2);
  expect(spread(refine(picture, 1))).toBeLessThan(spread(picture) * 0.6);
});

it('leaves an edge as steep as it was or steeper, and nothing beyond what lay round it', () => {
  const picture = aPicture((x) => (x < 30 ? 60 : x > 33 ? 200 : 60 + (x - 29) * 28));
  const made = refine(picture, 1);
  const steepest = (of: Picture) =>
    Math.max(...Array.from({ length: 62 }, (_, x) => at(of, x + 1) - at(of, x)));
  expect(steepest(made)).toBeGreaterThanOrEqual(steepest(picture));
  expect([Math.min(...made.data), Math.max(...made.data)]).toEqual([60, 200]);
});

it('changes nothing at amount 0, and never the alpha', () => {
  const picture = aPicture((x, y) => (x * y) % 256, 4);
  expect(refine(picture, 0)).toEqual(picture);
  const alphas = (of: Picture) => of.data.filter((_, index) => index % 4 === 3);
  expect(alphas(refine(picture, 1))).toEqual(alphas(picture));
});

it('gives a band with its margin what the whole picture gives there', () => {
  const picture = aPicture((x, y) => (x * 31 + y * 17 + ((x * y) % 23)) % 256);
  const rect = { x: 0, y: 20, width, height: 8 };
  const cut = { ...rect, y: rect.y - refineMarginPx, height: rect.height + 2 * refineMarginPx };
  const band = refine(crop(picture, cut), 0.7);
  expect(crop(band, { ...rect, y: refineMarginPx }).data).toEqual(crop(refine(picture, 0.7), rect).data);
});

function aPicture(of: (x: number, y: number) => number, channels: 3 | 4 = 3): Picture {
  const picture = makePicture({ width, height, channels, depth: 8 });
  for (let i = 0; i < picture.data.length; i++) {
    const pixel = Math.floor(i / channels);
    picture.data[i] = Math.round(of(pixel % width, Math.floor(pixel / width)));
  }
  return picture;
}

function crop(picture: Picture, rect: { x: number; y: number; width: number; height: number }): Picture {
  return cropPicture({ x: 0, y: 0, picture }, rect).picture;
}

function at({ data }: Picture, x: number): number {
  return data[(20 * width + x) * 3] ?? 0;
}

function spread({ data }: Picture): number {
  const mean = Array.from(data).reduce((sum, value) => sum + value, 0) / data.length;
  return Math.sqrt(
    Array.from(data, (value) => (value - mean) ** 2).reduce((sum, value) => sum + value, 0) / data.length,
  );
}
