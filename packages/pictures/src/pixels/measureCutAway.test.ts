import type { PixelRect, Surface } from '@pinpaint/domain';
import { makeAlpha } from '@pinpaint/imaging';
import { describe, expect, it } from 'vitest';
import { measureCutAway } from './measureCutAway.ts';

const frame: PixelRect = { x: 0, y: 0, width: 400, height: 300 };

/** Opaque in its left half alone. */
const data = new Uint8Array(40 * 20 * 4).map((_, i) => (i % 160 < 80 ? 255 : 0));

function lying(left: number, top: number, width = 100, height = 50) {
  const surface: Surface = {
    kind: 'flat',
    corners: [
      [left, top],
      [left + width, top],
      [left + width, top + height],
      [left, top + height],
    ],
  };
  return { width: 40, height: 20, data, surface };
}

describe('what is cut away of an artwork', () => {
  it('is nothing where all that it shows is painted', () => {
    const used = makeAlpha({ x: 90, y: 90, width: 60, height: 70 }, 255);
    expect(measureCutAway(lying(100, 100), used, frame)).toBe(0);
  });

  it('is its share where it is not, and a fade counts by half as half', () => {
    const half = makeAlpha({ x: 100, y: 100, width: 25, height: 50 }, 255);
    expect(measureCutAway(lying(100, 100), half, frame)).toBeCloseTo(0.5);
    const faded = makeAlpha({ x: 100, y: 100, width: 50, height: 50 }, 51);
    expect(measureCutAway(lying(100, 100), faded, frame)).toBeCloseTo(0.8);
  });

  it('is not what lies beyond the edge of the frame', () => {
    const used = makeAlpha({ x: 0, y: 0, width: 30, height: 60 }, 255);
    expect(measureCutAway(lying(-20, 0), used, frame)).toBe(0);
    expect(measureCutAway(lying(-300, 0), used, frame)).toBe(0);
  });

  it('is told within a thousandth of an artwork of many megapixels', () => {
    const large: PixelRect = { x: 0, y: 0, width: 8000, height: 4000 };
    const used = makeAlpha({ x: 0, y: 0, width: 3960, height: 4000 }, 255);
    expect(measureCutAway(lying(0, 0, 8000, 4000), used, large)).toBeCloseTo(0.01, 3);
  });
});
