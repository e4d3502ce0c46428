import { intersectRects, type PixelRect, type Placement, type Region, surfaceBounds } from '@pinpaint/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlphaPlane, makeAlpha } from './alphaPlane.ts';
import { fitWithin } from './fitWithin.ts';
import { rasterise } from './rasterise.ts';

const rect: PixelRect = { x: 40, y: -20, width: 200, height: 120 };
const wide = { width: 30, height: 10 };

/** Whether every pixel that it touches is 255. */
function isUncut({ rect: of, data }: AlphaPlane, { surface }: Placement): boolean {
  const { x, y, width, height } = surfaceBounds(surface);
  const rows = Array.from({ length: height }, (_, k) => (y + k - of.y) * of.width + x - of.x);
  return rows.every((from) => data.subarray(from, from + width).every((value) => value === 255));
}

function sizeOf({ surface: { corners } }: Placement) {
  const [[left, top], , [right, bottom]] = corners;
  return { width: right - left, height: bottom - top };
}

describe('an artwork that nobody has placed', () => {
  it('lies in the middle of what is free all over, as large as that is', () => {
    const placed = fitWithin(makeAlpha(rect, 255), wide);
    expect(placed?.surface.corners[0]).toEqual([40, expect.closeTo(40 - 200 / 6)]);
    expect(placed && sizeOf(placed).width).toBeCloseTo(200);
  });

  it('has its corners on the line of an ellipse, within a pixel or two', () => {
    const ellipse: Region = { kind: 'ellipse', cx: 140, cy: 40, rx: 100, ry: 60 };
    const plane = rasterise(ellipse, rect);
    const placed = must(fitWithin(plane, wide));
    expect(isUncut(plane, placed)).toBe(true);
    // Half a width w and half a height w / 3 with (w / 100)² + (w / 180)² = 1.
    const half = 1 / Math.sqrt(1 / 100 ** 2 + 1 / 180 ** 2);
    expect(sizeOf(placed).width).toBeLessThanOrEqual(2 * half);
    expect(sizeOf(placed).width).toBeGreaterThan(2 * half - 6);
  });

  it('keeps its shape, and is never cut, whatever the region', () => {
    const x = fc.integer({ min: 40, max: 240 });
    const y = fc.integer({ min: -20, max: 100 });
    const points = fc.array(fc.tuple(x, y), { minLength: 3, maxLength: 9 });
    // Its artwork ended a rounding error below a row.
    const once: [[number, number][], number] = [
      [
        [40, 0],
        [101, 56],
        [230, 0],
        [90, -17],
      ],
      25,
    ];
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 40 }), (corners, height) => {
        const plane = rasterise({ kind: 'lasso', points: corners }, rect);
        const placed = fitWithin(plane, { width: 20, height });
        if (!placed) return;
        expect(isUncut(plane, placed)).toBe(true);
        const size = sizeOf(placed);
        expect(size.height / size.width).toBeCloseTo(height / 20, 6);
      }),
      { numRuns: 40, examples: [once] },
    );
  });

  it('goes to where there is most room, which need not be the middle', () => {
    const plane = makeAlpha(rect, 255);
    for (let i = 0; i < plane.data.length; i += 1) if (i % rect.width < 110) plane.data[i] = 254;
    const placed = must(fitWithin(plane, wide));
    expect(surfaceBounds(placed.surface)).toEqual({ x: 150, y: 25, width: 90, height: 30 });
  });

  it('is not cut in a plane so large that its pixels are looked at by the cell', () => {
    const large: PixelRect = { x: 3, y: 5, width: 2501, height: 1203 };
    const disc: Region = { kind: 'ellipse', cx: 1250, cy: 600, rx: 1240, ry: 590 };
    const plane = rasterise(disc, large);
    const placed = must(fitWithin(plane, wide));
    expect(isUncut(plane, placed)).toBe(true);
    expect(intersectRects(surfaceBounds(placed.surface), large)).toEqual(surfaceBounds(placed.surface));
    expect(sizeOf(placed).width).toBeGreaterThan(2020);
  });

  it('has no place where nothing is free, or only a line', () => {
    const plane = makeAlpha(rect);
    expect(fitWithin(plane, wide)).toBeNull();
    plane.data.fill(255, 0, rect.width);
    expect(fitWithin(plane, wide)).toBeNull();
  });
});

function must<T>(value: T | null): T {
  if (value === null) throw new Error('there is none');
  return value;
}
