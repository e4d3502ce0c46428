import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOfRegion } from './boundsOfRegion.ts';
import { extendBounds } from './extendBounds.ts';
import { containsRect, inflateRect, intersectRects, isEmptyRect, rectOfSize, uniteRects } from './rect.ts';
import type { BrushStroke, FramePoint, PixelRect, Region } from './region.ts';
import { type RegionProblem, regionLimits, regionProblem } from './regionProblem.ts';
import { spotOfPoint } from './spotOfPoint.ts';

const frame = rectOfSize({ width: 100, height: 80 });
const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 12 });
const anyRect = fc.record({
  x: fc.integer({ min: -50, max: 50 }),
  y: fc.integer({ min: -50, max: 50 }),
  width: fc.integer({ min: 0, max: 60 }),
  height: fc.integer({ min: 0, max: 60 }),
});

function aStroke(change: Partial<BrushStroke> = {}): BrushStroke {
  return { points: [[10, 10]], radiusPx: 4.5, erase: false, ...change };
}

function lasso(...corners: FramePoint[]): Region {
  return { kind: 'lasso', points: corners };
}

describe('rectangles', () => {
  const hasPixel = (rect: PixelRect, x: number, y: number) =>
    x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;

  it('intersect in exactly the pixels both hold', () => {
    const pixel = fc.integer({ min: -60, max: 120 });
    fc.assert(
      fc.property(anyRect, anyRect, pixel, pixel, (a, b, x, y) => {
        const both = intersectRects(a, b);
        expect(both !== null && hasPixel(both, x, y)).toBe(hasPixel(a, x, y) && hasPixel(b, x, y));
      }),
    );
  });

  it('unite to the smallest that holds both', () => {
    fc.assert(
      fc.property(anyRect, anyRect, (a, b) => {
        const union = uniteRects(a, b);
        expect(containsRect(union, a) && containsRect(union, b)).toBe(true);
      }),
    );
    expect(uniteRects({ x: 0, y: 0, width: 2, height: 2 }, { x: 5, y: 1, width: 1, height: 4 })).toEqual({
      x: 0,
      y: 0,
      width: 6,
      height: 5,
    });
  });

  it('grow on every side and shrink down to nothing', () => {
    expect(inflateRect({ x: 5, y: 5, width: 2, height: 4 }, 3)).toEqual({ x: 2, y: 2, width: 8, height: 10 });
    expect(isEmptyRect(inflateRect({ x: 5, y: 5, width: 2, height: 4 }, -2))).toBe(true);
  });
});

describe('bounds of a region', () => {
  it.each<[string, Region, PixelRect | null]>([
    ['a point', { kind: 'point', x: 3.7, y: -0.2 }, { x: 3, y: -1, width: 1, height: 1 }],
    [
      'a rectangle',
      { kind: 'rectangle', x: 1.5, y: 2, width: 3, height: 2 },
      { x: 1, y: 2, width: 4, height: 2 },
    ],
    ['an ellipse', { kind: 'ellipse', cx: 10, cy: 10, rx: 2.5, ry: 4 }, { x: 7, y: 6, width: 6, height: 8 }],
    ['a lasso', lasso([0, 0], [4.2, 0], [0, 3]), { x: 0, y: 0, width: 5, height: 3 }],
    [
      'a brush, with what it erased left in',
      { kind: 'brush', strokes: [aStroke(), aStroke({ erase: true, radiusPx: 40 })] },
      { x: 5, y: 5, width: 10, height: 10 },
    ],
    [
      'a raster',
      { kind: 'raster', rect: { x: -2, y: 0, width: 7, height: 3 }, mask: 'ab' },
      { x: -2, y: 0, width: 7, height: 3 },
    ],
    ['none', { kind: 'none' }, null],
    ['a flat rectangle', { kind: 'rectangle', x: 1, y: 1, width: 0, height: 9 }, null],
    ['a lasso of no points', lasso(), null],
    ['a brush that only erases', { kind: 'brush', strokes: [aStroke({ erase: true })] }, null],
  ])('of %s', (_, region, expected) => {
    expect(boundsOfRegion(region)).toEqual(expected);
  });

  it('hold every point of a lasso and touch its extremes', () => {
    fc.assert(
      fc.property(points, (corners) => {
        const bounds = boundsOfRegion({ kind: 'lasso', points: corners });
        if (!bounds) return;
        for (const [x, y] of corners) {
          expect(x >= bounds.x && x <= bounds.x + bounds.width).toBe(true);
          expect(y >= bounds.y && y <= bounds.y + bounds.height).toBe(true);
        }
        expect(Math.min(...corners.map(([x]) => x))).toBeLessThan(bounds.x + 1);
        expect(Math.max(...corners.map(([, y]) => y))).toBeGreaterThan(bounds.y + bounds.height - 1);
      }),
    );
  });
});

describe('what is wrong with a region', () => {
  const many = (count: number): FramePoint[] => Array.from({ length: count }, (_, i) => [i % 90, i % 70]);
  /** A thousand pixels from point to point. */
  const zigzag = (count: number): FramePoint[] =>
    Array.from({ length: count }, (_, i) => [(i % 2) * 1_000, 40]);

  it.each<[string, Region, RegionProblem | null]>([
    ['the whole frame', { kind: 'none' }, null],
    ['a point inside', { kind: 'point', x: 99.9, y: 0 }, null],
    ['a point just outside', { kind: 'point', x: 100, y: 0 }, 'region.outside'],
    ['a rectangle half outside', { kind: 'rectangle', x: 90, y: 70, width: 50, height: 50 }, null],
    ['one outside', { kind: 'rectangle', x: 100, y: 0, width: 5, height: 5 }, 'region.outside'],
    ['one turned inside out', { kind: 'rectangle', x: 50, y: 5, width: -5, height: 5 }, 'region.empty'],
    ['an ellipse of no width', { kind: 'ellipse', cx: 5, cy: 5, rx: 0, ry: 5 }, 'region.empty'],
    ['not a number', { kind: 'point', x: Number.NaN, y: 0 }, 'region.not-finite'],
    ['an endless radius', { kind: 'ellipse', cx: 5, cy: 5, rx: Infinity, ry: 5 }, 'region.not-finite'],
    ['a huge one', { kind: 'rectangle', x: 0, y: 0, width: 1_000_001, height: 5 }, 'region.outside'],
    ['two points', lasso([1, 1], [9, 9]), 'region.empty'],
    ['a line of points', lasso([1, 1], [1, 1], [5, 5], [9, 9]), 'region.empty'],
    ['a figure of eight', lasso([0, 0], [10, 10], [10, 0], [0, 10]), null],
    ['10,000 points', { kind: 'lasso', points: many(regionLimits.lassoPoints) }, null],
    ['10,001 points', { kind: 'lasso', points: many(10_001) }, 'region.too-many-points'],
    [
      '501 strokes',
      { kind: 'brush', strokes: Array.from({ length: 501 }, () => aStroke()) },
      'region.too-many-points',
    ],
    [
      '50,001 brush points',
      { kind: 'brush', strokes: [aStroke({ points: many(50_001) })] },
      'region.too-many-points',
    ],
    [
      'a brush a thousand times across',
      { kind: 'brush', strokes: [aStroke({ points: zigzag(1_000) })] },
      null,
    ],
    [
      'a brush that goes on and on',
      { kind: 'brush', strokes: [aStroke({ points: zigzag(2_002) }), aStroke({ points: zigzag(2_001) })] },
      'region.too-long',
    ],
    ['a lasso that goes on and on', { kind: 'lasso', points: [...zigzag(4_002), [0, 9]] }, 'region.too-long'],
    ['only erasing', { kind: 'brush', strokes: [aStroke({ erase: true })] }, 'region.empty'],
    [
      'a raster between pixels',
      { kind: 'raster', rect: { x: 0.5, y: 0, width: 4, height: 4 }, mask: 'ab' },
      'region.not-whole',
    ],
  ])('%s', (_, region, expected) => {
    expect(regionProblem(region, frame)).toBe(expected);
  });

  it('is nothing where an extended frame goes on to the left of the master', () => {
    const region: Region = { kind: 'point', x: -5, y: 3 };
    expect(regionProblem(region, frame)).toBe('region.outside');
    expect(regionProblem(region, { x: -20, y: 0, width: 140, height: 80 })).toBeNull();
  });
});

describe('the spot of a bare point', () => {
  it('is 4 % of the shorter side, and at least 24 pixels', () => {
    const point: FramePoint = [7, 9];
    expect(spotOfPoint(point, { width: 4000, height: 3000 })).toMatchObject({
      cx: 7,
      cy: 9,
      rx: 120,
      ry: 120,
    });
    expect(spotOfPoint(point, { width: 300, height: 200 })).toMatchObject({ rx: 24, ry: 24 });
  });
});

describe('extending a frame', () => {
  const wide = { width: 16, height: 9 };

  it.each([
    ['center', { x: -38, y: 0, width: 177, height: 100 }],
    ['left', { x: 0, y: 0, width: 177, height: 100 }],
    ['right', { x: -77, y: 0, width: 177, height: 100 }],
    ['top', { x: -38, y: 0, width: 177, height: 100 }],
  ] as const)('keeps the old picture at the %s', (anchor, expected) => {
    const aspect = { width: 177, height: 100 };
    expect(extendBounds(rectOfSize({ width: 100, height: 100 }), aspect, anchor)).toEqual(expected);
  });

  it('adds nothing to a frame that has the shape already', () => {
    const hd = rectOfSize({ width: 1920, height: 1080 });
    expect(extendBounds(hd, wide, 'center')).toEqual(hd);
  });

  it('never shrinks, grows one pair of sides, and comes within a pixel of the aspect', () => {
    const side = fc.integer({ min: 1, max: 5000 });
    const ratio = fc.integer({ min: 1, max: 40 });
    const anchor = fc.constantFrom('center', 'left', 'right', 'top', 'bottom');
    fc.assert(
      fc.property(side, side, ratio, ratio, anchor, (width, height, w, h, where) => {
        const before = { x: -3, y: 11, width, height };
        const after = extendBounds(before, { width: w, height: h }, where);
        expect(containsRect(after, before)).toBe(true);
        expect(after.width === width || after.height === height).toBe(true);
        const offByWidth = Math.abs(after.width - (after.height * w) / h);
        const offByHeight = Math.abs(after.height - (after.width * h) / w);
        expect(Math.min(offByWidth, offByHeight)).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});
