import type { FramePoint, PixelRect, Region } from '@pinpaint/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rasterise } from './rasterise.ts';

const rect: PixelRect = { x: -3, y: 2, width: 24, height: 20 };

describe('rasterise', () => {
  it('covers the whole rectangle for a region without shape', () => {
    expect(rasterise({ kind: 'none' }, rect).data.every((value) => value === 255)).toBe(true);
  });

  it('refuses a bare point by name', () => {
    expect(() => rasterise({ kind: 'point', x: 1, y: 1 }, rect)).toThrow(/point/);
  });

  it('gives whole pixels 255, halves 128 and quarters 64', () => {
    const plane = rasterise({ kind: 'rectangle', x: -2.5, y: 3.5, width: 3, height: 2 }, rect);
    expect(rowsOf(plane.data, rect).slice(0, 5)).toEqual([
      '0 0 0 0 0',
      '64 128 128 64 0',
      '128 255 255 128 0',
      '64 128 128 64 0',
      '0 0 0 0 0',
    ]);
  });

  it('fills what a lasso has gone round twice, and both halves of a figure of eight', () => {
    const square: FramePoint[] = [
      [0, 4],
      [8, 4],
      [8, 12],
      [0, 12],
    ];
    expect(rasterise({ kind: 'lasso', points: [...square, ...square] }, rect)).toEqual(
      rasterise({ kind: 'lasso', points: square }, rect),
    );
    const eight: Region = {
      kind: 'lasso',
      points: [
        [0, 4],
        [12, 16],
        [12, 4],
        [0, 16],
      ],
    };
    expect(coverAt(eight, 1, 10)).toBe(255);
    expect(coverAt(eight, 10, 10)).toBe(255);
    expect(coverAt(eight, 5, 4)).toBe(0);
  });

  it('leaves a lasso of two points empty', () => {
    const line: Region = {
      kind: 'lasso',
      points: [
        [0, 4],
        [9, 12],
      ],
    };
    expect(rasterise(line, rect).data.some((value) => value !== 0)).toBe(false);
  });

  it('covers the area of an ellipse', () => {
    const plane = rasterise({ kind: 'ellipse', cx: 8.3, cy: 11.7, rx: 7, ry: 5.5 }, rect);
    expect(areaOf(plane.data)).toBeCloseTo(Math.PI * 7 * 5.5, 0);
  });

  it('caps strokes round, and joins their pieces without a gap', () => {
    const stroke = {
      points: [
        [2, 8],
        [12, 8],
      ] as FramePoint[],
      radiusPx: 3,
      erase: false,
    };
    const dot = { points: [[7, 8]] as FramePoint[], radiusPx: 3, erase: false };
    const long = rasterise({ kind: 'brush', strokes: [stroke] }, rect);
    expect(areaOf(long.data)).toBeCloseTo(10 * 6 + Math.PI * 9, 0);
    expect(rasterise({ kind: 'brush', strokes: [stroke, dot] }, rect)).toEqual(long);
  });

  it('asks few of the many discs that a broad brush lays over each other', () => {
    const points = Array.from({ length: 2_000 }, (_, i): FramePoint => {
      const turn = i / 60;
      return [200 + 60 * Math.cos(turn) + i / 100, 200 + 50 * Math.sin(turn * 1.3)];
    });
    const stroke = { points, radiusPx: 100, erase: false };
    const roots = countRoots(() =>
      rasterise({ kind: 'brush', strokes: [stroke] }, { x: 0, y: 0, width: 420, height: 400 }),
    );
    // Asked on every line they pass, they would take twenty-five million.
    expect(roots).toBeLessThan(2_000_000);
  });

  it('erases only what was painted before', () => {
    const dot = { points: [[7, 8]] as FramePoint[], radiusPx: 4, erase: false };
    const rubber = { ...dot, erase: true };
    expect(areaOf(rasterise({ kind: 'brush', strokes: [rubber, dot] }, rect).data)).toBeGreaterThan(49);
    const erased = rasterise({ kind: 'brush', strokes: [dot, rubber] }, rect).data;
    expect(erased.filter((value) => value > 64)).toHaveLength(0);
  });

  it('lays a mask at its place, and says which one is missing', () => {
    const region: Region = { kind: 'raster', rect: { x: 0, y: 3, width: 2, height: 1 }, mask: 'abc' };
    const plane = rasterise(region, rect, new Map([['abc', Uint8Array.of(7, 9)]]));
    expect(rowsOf(plane.data, rect)[1]).toBe('0 0 0 7 9');
    expect(() => rasterise(region, rect)).toThrow(/abc/);
    expect(() => rasterise(region, rect, new Map([['abc', Uint8Array.of(7)]]))).toThrow(/size/);
  });

  it('gives a piece of the plane the very values that the whole plane has there', () => {
    fc.assert(
      fc.property(
        shape,
        fc.integer({ min: -3, max: 10 }),
        fc.integer({ min: 2, max: 12 }),
        (region, x, y) => {
          const piece = { x, y, width: 9, height: 7 };
          const whole = rasterise(region, rect);
          const { data } = rasterise(region, piece);
          const cut = data.map((_, i) => {
            const [px, py] = [x + (i % 9) - rect.x, y + Math.floor(i / 9) - rect.y];
            return px < rect.width && py < rect.height
              ? (whole.data[py * rect.width + px] ?? 0)
              : (data[i] ?? 0);
          });
          expect(data).toEqual(cut);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('comes within a twelfth of what 64 × 64 samples a pixel say, for any lasso and any stroke', () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 19 }), (region, x, y) => {
        const cover = coverAt(region, rect.x + x, rect.y + y);
        expect(Math.abs(cover - 255 * sampled(region, rect.x + x, rect.y + y))).toBeLessThan(255 / 12);
      }),
      { numRuns: 400 },
    );
  });
});

/** Spread evenly, which `fc.double` is not: half of its values lie next to 0. */
const coordinate = fc.integer({ min: -8 * 37, max: 28 * 37 }).map((n) => n / 37);
const point = fc.tuple(coordinate, coordinate);
const shape: fc.Arbitrary<Region> = fc.oneof(
  fc.record({ kind: fc.constant('lasso' as const), points: fc.array(point, { minLength: 3, maxLength: 7 }) }),
  fc.record({
    kind: fc.constant('brush' as const),
    strokes: fc.array(
      fc.record({
        points: fc.array(point, { minLength: 1, maxLength: 4 }),
        radiusPx: fc.integer({ min: 5, max: 60 }).map((n) => n / 10),
        erase: fc.constant(false),
      }),
      { maxLength: 3 },
    ),
  }),
  // As a hand draws: most discs lie under others.
  fc.record({
    kind: fc.constant('brush' as const),
    strokes: fc.tuple(
      fc.record({
        points: fc.array(point, { minLength: 20, maxLength: 40 }),
        radiusPx: fc.integer({ min: 20, max: 90 }).map((n) => n / 10),
        erase: fc.constant(false),
      }),
    ),
  }),
);

/** Roots are what distances to discs are made of. */
function countRoots(work: () => void): number {
  const { sqrt } = Math;
  let count = 0;
  Math.sqrt = (value) => {
    count += 1;
    return sqrt(value);
  };
  try {
    work();
    return count;
  } finally {
    Math.sqrt = sqrt;
  }
}

function coverAt(region: Region, x: number, y: number): number {
  return rasterise(region, { x, y, width: 1, height: 1 }).data[0] ?? -1;
}

/** The same by brute force, as a share. */
function sampled(region: Region, x: number, y: number): number {
  let hits = 0;
  for (let j = 0; j < 64; j += 1) {
    for (let i = 0; i < 64; i += 1) hits += isInside(region, x + (i + 0.5) / 64, y + (j + 0.5) / 64) ? 1 : 0;
  }
  return hits / 4096;
}

function isInside(region: Region, x: number, y: number): boolean {
  if (region.kind === 'lasso') return winding(region.points, x, y) !== 0;
  if (region.kind !== 'brush') return false;
  return region.strokes.some(({ points, radiusPx }) =>
    points.some((from, i) => distanceToPiece(from, points[i + 1] ?? from, x, y) <= radiusPx),
  );
}

function winding(points: readonly FramePoint[], x: number, y: number): number {
  return points.reduce((sum, from, i) => {
    const to = points[(i + 1) % points.length] ?? from;
    if (from[1] <= y === to[1] <= y) return sum;
    const at = from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]);
    return at < x ? sum + (to[1] > from[1] ? 1 : -1) : sum;
  }, 0);
}

function distanceToPiece(from: FramePoint, to: FramePoint, x: number, y: number): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / square;
  const t = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - from[0] - t * dx, y - from[1] - t * dy);
}

function areaOf(data: Uint8Array): number {
  return data.reduce((sum, value) => sum + value, 0) / 255;
}

/** The first five values of each row. */
function rowsOf(data: Uint8Array, { width, height }: PixelRect): string[] {
  return Array.from({ length: height }, (_, y) => data.slice(y * width, y * width + 5).join(' '));
}
