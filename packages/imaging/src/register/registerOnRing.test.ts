import { describe, expect, it, test } from 'vitest';
import { aMovedPicture, cornerError, ringAroundDisc, type Scene } from '../testing/aMovedPicture.ts';
import { layBack } from './layBack.ts';
import { matchOnRing } from './matchOnRing.ts';
import { registerOnRing } from './registerOnRing.ts';
import { unmoved, type Warp } from './warp.ts';

const crop = { width: 220, height: 180 };
const ring = ringAroundDisc(crop);

/** Waves of many lengths and directions: nowhere alike. */
const waves: Scene = (x, y) => {
  const light =
    34 * Math.sin(x / 9.1 + y / 23) +
    26 * Math.sin(y / 7.3 - x / 31 + 1) +
    22 * Math.sin((x * y) / 900) +
    12 * Math.sin(x / 3.1 + y / 4.7);
  return [128 + light, 120 + 0.8 * light, 100 + 0.5 * light];
};

/** The same, but for something new in the middle. */
const changed: Scene = (x, y) =>
  Math.hypot(x - crop.width / 2, y - crop.height / 2) < 40
    ? [220, 20 + 30 * Math.sin(x / 2), 30]
    : waves(x, y);

const kept = aMovedPicture(waves, crop, { warp: unmoved });

describe('a picture that comes back moved', () => {
  it.each<[string, Warp, { width: number; height: number }]>([
    ['as it was', unmoved, crop],
    ['by whole pixels', { ...unmoved, shiftX: 8, shiftY: -8 }, crop],
    ['by parts of a pixel', { ...unmoved, shiftX: -3.37, shiftY: 5.81 }, crop],
    ['and larger', { scaleX: 1.02, scaleY: 1.02, shiftX: 2.2, shiftY: 7.9 }, crop],
    ['and smaller', { scaleX: 0.98, scaleY: 0.98, shiftX: -7.7, shiftY: 1.4 }, crop],
    [
      'of another shape and size',
      { scaleX: 1.012, scaleY: 0.99, shiftX: 3, shiftY: -4 },
      { width: 512, height: 400 },
    ],
  ])('%s is found within a tenth of a pixel, whatever is new in the region', (_, warp, returned) => {
    const found = registerOnRing({ kept, ring, returned: aMovedPicture(changed, crop, { warp, returned }) });
    expect(found).toMatchObject({ ok: true });
    expect(found.ok && cornerError(found.value.warp, warp, crop)).toBeLessThan(0.1);
  });

  it('in another light is found too', () => {
    const warp = { ...unmoved, shiftX: 4.5, shiftY: 2.25 };
    const lit: Scene = (x, y) =>
      changed(x, y).map((value) => 0.85 * value + 20) as unknown as [number, number, number];
    const found = registerOnRing({ kept, ring, returned: aMovedPicture(lit, crop, { warp }) });
    expect(found.ok && cornerError(found.value.warp, warp, crop)).toBeLessThan(0.1);
  });

  it('is laid back at the crop’s own depth, on its own pixels', () => {
    const warp = { scaleX: 1.015, scaleY: 1.015, shiftX: 5.5, shiftY: -2.5 };
    const returned = aMovedPicture(waves, crop, { warp, returned: { width: 440, height: 360 } });
    const laid = layBack(returned, { ...crop, depth: 16, channels: 3 }, warp);
    let worst = 0;
    for (let y = 12; y < crop.height - 12; y += 1) {
      for (let i = (y * crop.width + 12) * 3; i < ((y + 1) * crop.width - 12) * 3; i += 1) {
        worst = Math.max(worst, Math.abs((laid.data[i] ?? 0) / 257 - (kept.data[i] ?? 0)));
      }
    }
    expect(laid).toMatchObject({ ...crop, depth: 16 });
    expect(worst).toBeLessThan(3);
  });
});

describe('a picture is refused', () => {
  const refused = (scene: Scene, warp: Warp = unmoved) =>
    expect(registerOnRing({ kept, ring, returned: aMovedPicture(scene, crop, { warp }) })).toMatchObject({
      ok: false,
      error: { code: 'picture.not-registered' },
    });

  it('when it shows something else', () => refused((x, y) => waves(y + 300, 2 * x)));
  it('when it is one colour', () => refused(() => [120, 120, 120]));
  it('when it was turned', () =>
    refused((x, y) => waves(0.996 * x - 0.087 * y + 9, 0.087 * x + 0.996 * y - 9)));
  it('when it was moved further than a model does', () => refused(waves, { ...unmoved, shiftX: 19 }));
  it('when it was framed anew', () => refused(waves, { ...unmoved, scaleX: 1.08, scaleY: 1.08 }));
});

test('where nothing is to be seen on the ring, nothing moves', () => {
  const sky: Scene = () => [90, 140, 200];
  const found = registerOnRing({
    kept: aMovedPicture(sky, crop, { warp: unmoved }),
    returned: aMovedPicture(sky, crop, { warp: unmoved }),
    ring,
  });
  expect(found).toMatchObject({ ok: true, value: { steps: 0, warp: { shiftX: 0, shiftY: 0 } } });
});

test.each([
  ['plain paper', () => 240],
  ['a sweep of light', (x: number) => 225 + (20 * x) / crop.width],
])('on %s, where grain is all there is, nothing moves', (_, paper) => {
  const grainy =
    (seed: number): Scene =>
    (x, y) => {
      const light = paper(x) + 2 * (chance(x, y, seed) - 0.5) * 2;
      return [light, light, light];
    };
  const found = registerOnRing({
    kept: aMovedPicture(grainy(1), crop, { warp: unmoved }),
    returned: aMovedPicture(grainy(2), crop, { warp: unmoved }),
    ring,
  });
  expect(found).toMatchObject({ ok: true, value: { warp: unmoved } });
});

/** 0…1, the same for the same place and seed. */
function chance(x: number, y: number, seed: number): number {
  const value = Math.sin(Math.floor(x) * 12.9898 + Math.floor(y) * 78.233 + seed * 37.719) * 43_758.5453;
  return value - Math.floor(value);
}

describe('colours', () => {
  const permitted = ring.map((value) => 255 - value);

  it('are matched where the model has changed them all', () => {
    const warm: Scene = (x, y) => {
      const [r, g, b] = waves(x, y);
      return [1.08 * r + 6, g, 0.9 * b - 4];
    };
    const returned = aMovedPicture(warm, crop, { warp: unmoved });
    const { matched, seamBefore, seamAfter } = matchOnRing({ kept, returned, permitted, ring });
    expect([matched, seamBefore > 6, seamAfter < 0.6]).toEqual([true, true, true]);
  });

  it('are left alone where nothing is gained by it', () => {
    expect(matchOnRing({ kept, returned: kept, permitted, ring })).toMatchObject({
      matched: false,
      seamAfter: 0,
    });
  });
});
