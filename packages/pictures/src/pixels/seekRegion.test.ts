import { type Homography, translation } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { decodeAlpha, encodeAlpha } from '../wire/encodeAlpha.ts';
import { seekRegion } from './seekRegion.ts';

const rect = { x: 10, y: 20, width: 8, height: 6 };
const data = new Uint8Array(48).map((_, i) => (i % 5) * 60 + 15);
const mask = 'a'.repeat(64);
const region = { kind: 'raster', rect, mask } as const;
/** Never opened: where both frames have one master, nothing is looked for. */
const frame = { masterPath: 'none', bounds: { x: 0, y: 0, width: 100, height: 100 }, layers: [] };

async function seek(known: Homography) {
  const masks = new Map([[mask, await encodeAlpha({ rect, data })]]);
  const sought = await seekRegion({ source: frame, target: frame, region, known, masks });
  if (!sought.finding.found || !('mask' in sought) || !sought.mask) throw new Error('It was not drawn');
  const made = sought.region;
  if (made.kind !== 'raster') throw new Error('It was drawn as something else');
  const plane = await decodeAlpha(sought.mask, made.rect);
  if (!plane.ok) throw new Error(plane.error.code);
  return plane.value;
}

it('takes a mask along by whole pixels, each sample as it was', async () => {
  const plane = await seek(translation(7, -3.2));
  expect(plane).toEqual({ rect: { ...rect, x: 17, y: 17 }, data });
});

it('draws a mask anew where the thing is twice as large', async () => {
  const plane = await seek([2, 0, 0, 0, 2, 0, 0, 0, 1]);
  expect(plane.rect.width).toBeGreaterThanOrEqual(16);
  const mean = (of: Uint8Array) => of.reduce((sum, value) => sum + value, 0);
  expect(mean(plane.data) / mean(data)).toBeCloseTo(4, 0);
});

it('leaves out a mask that lies outside there', async () => {
  await expect(seek(translation(500, 0))).rejects.toThrow('It was not drawn');
});
