import { expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { priceSmoothness } from './grain.ts';
import { readRoles } from './pixelRole.ts';
import { buildPyramid } from './pyramid.ts';
import { aHealRequest, type Paint } from './testing/aHealRequest.ts';

const size = { width: 96, height: 64 };
const noise = Array.from({ length: size.width * size.height }, (_, at) => createRandom(at)() * 40 - 20);

/** Smooth on the left, with grain in the middle, an outline on smooth ground on the right. */
const paint: Paint = (x, y) => {
  const grain = x >= 32 && x < 64 ? (noise[y * size.width + x] ?? 0) : 0;
  const grey = Math.round(128 + grain + (x >= 80 ? 90 : 0));
  return [grey, grey, grey];
};

it('asks a price of what lacks grain; an outline is worth no more than grain', () => {
  const request = aHealRequest({ ...size, paint, hole: (x, y) => Math.hypot(x - 48, y - 56) < 5 });
  const level = buildPyramid(request.crop, readRoles(request)).levels.at(-1);
  if (!level) throw new Error('There is one at least');
  priceSmoothness([level]);
  const priceAt = (x: number): number => level.prices[20 * size.width + x] ?? Number.NaN;
  expect([priceAt(12), priceAt(48), priceAt(80)]).toEqual([expect.closeTo(90, 0), 0, 0]);
});

it('takes the hole for no grain', () => {
  const grey: Paint = () => [128, 128, 128];
  const request = aHealRequest({ ...size, paint: grey, hole: (x, y) => Math.hypot(x - 48, y - 32) < 8 });
  const level = buildPyramid(request.crop, readRoles(request)).levels.at(-1);
  if (!level) throw new Error('There is one at least');
  priceSmoothness([level]);
  for (const at of level.sources) expect(level.prices[at]).toBeCloseTo(90, 0);
});
