import type { PixelRect, Region } from '@pinpaint/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlphaPlane, alphaOver } from './alphaPlane.ts';
import { defaultGrowPx, permittedAlpha } from './permittedAlpha.ts';
import { rasterise } from './rasterise.ts';

const bounds: PixelRect = { x: -5, y: -4, width: 60, height: 50 };
const box: Region = { kind: 'rectangle', x: 10, y: 10, width: 20, height: 12 };

describe('permittedAlpha', () => {
  it('keeps the region itself at 255 and fades to 0 at the growth that was stated', () => {
    const alpha = permittedAlpha({ region: box, locks: [], bounds, growPx: 6 });
    const row = alphaOver(must(alpha), { x: 22, y: 16, width: 16, height: 1 }).data;
    expect([...row]).toEqual([255, 255, 255, 255, 255, 255, 255, 255, 236, 189, 128, 66, 19, 0, 0, 0]);
  });

  it('grows by 2 % of the shorter side, 4 px at least', () => {
    expect(defaultGrowPx({ width: 40, height: 9000 })).toBe(4);
    expect(defaultGrowPx({ width: 2000, height: 1500 })).toBe(30);
    expect(must(permittedAlpha({ region: box, locks: [], bounds })).rect).toEqual({
      x: 7,
      y: 7,
      width: 26,
      height: 18,
    });
  });

  it('is the bare coverage without growth and feather, and a hard edge without feather', () => {
    const ellipse: Region = { kind: 'ellipse', cx: 20.3, cy: 18.1, rx: 9, ry: 6 };
    const bare = must(permittedAlpha({ region: ellipse, locks: [], bounds, growPx: 0, featherPx: 0 }));
    expect(bare).toEqual(rasterise(ellipse, bare.rect));
    const hard = must(permittedAlpha({ region: box, locks: [], bounds, growPx: 3, featherPx: 0 }));
    expect([...alphaOver(hard, { x: 28, y: 16, width: 6, height: 1 }).data]).toEqual([
      255, 255, 255, 255, 0, 0,
    ]);
  });

  it('fades into the region where the feather is wider than the growth', () => {
    const alpha = must(permittedAlpha({ region: box, locks: [], bounds, growPx: 2, featherPx: 5 }));
    const row = alphaOver(alpha, { x: 25, y: 16, width: 7, height: 1 }).data;
    expect([...row]).toEqual([255, 255, 228, 165, 90, 27, 0]);
  });

  it('lets no fade run along the edge of the frame', () => {
    const edge: Region = { kind: 'rectangle', x: -20, y: -20, width: 40, height: 40 };
    const alpha = must(permittedAlpha({ region: edge, locks: [], bounds, growPx: 3, featherPx: 6 }));
    expect(alpha.rect).toMatchObject({ x: bounds.x, y: bounds.y });
    expect(alpha.data[0]).toBe(255);
  });

  it('takes the whole frame for a region without shape, and nothing of it when all is locked', () => {
    expect(must(permittedAlpha({ region: { kind: 'none' }, locks: [], bounds })).rect).toEqual(bounds);
    expect(permittedAlpha({ region: { kind: 'none' }, locks: [{ kind: 'none' }], bounds })).toBeNull();
    const around: Region = { kind: 'rectangle', x: 0, y: 0, width: 40, height: 40 };
    expect(permittedAlpha({ region: box, locks: [around], bounds })).toBeNull();
  });

  it('permits nothing where all but a twentieth of the region is locked, though it grows beyond the lock', () => {
    const locks = [box];
    expect(permittedAlpha({ region: box, locks, bounds })).toBeNull();
    expect(permittedAlpha({ region: { ...box, height: 12.4 }, locks, bounds })).toBeNull();
    expect(permittedAlpha({ region: { ...box, height: 14 }, locks, bounds })).not.toBeNull();
  });

  it('permits nothing for a region without area or far from the frame', () => {
    expect(permittedAlpha({ region: { ...box, width: 0 }, locks: [], bounds })).toBeNull();
    expect(permittedAlpha({ region: { ...box, x: 500 }, locks: [], bounds })).toBeNull();
  });

  it('refuses a bare point and a negative growth', () => {
    expect(() => permittedAlpha({ region: { kind: 'point', x: 3, y: 3 }, locks: [], bounds })).toThrow(
      /point/,
    );
    expect(() => permittedAlpha({ region: box, locks: [], bounds, growPx: -1 })).toThrow(RangeError);
  });

  it('lets a lock win over any region, growth and feather', () => {
    fc.assert(
      fc.property(anyRegion, anyRegion, growth, (region, lock, { growPx, featherPx }) => {
        const alpha = permittedAlpha({ region, locks: [lock], bounds, growPx, featherPx });
        if (!alpha) return;
        const locked = rasterise(lock, alpha.rect).data;
        expect(locked.every((cover, i) => cover === 0 || alpha.data[i] === 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('stays the same away from a lock', () => {
    fc.assert(
      fc.property(anyRegion, anyRegion, growth, (region, lock, { growPx, featherPx }) => {
        const free = permittedAlpha({ region, locks: [], bounds, growPx, featherPx });
        const alpha = permittedAlpha({ region, locks: [lock], bounds, growPx, featherPx });
        if (!alpha) return;
        const locked = rasterise(lock, bounds).data;
        const expected = over(free).map((value, i) => (locked[i] === 0 ? value : 0));
        expect(over(alpha)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('never reaches further than the growth, but for a pixel of antialiasing', () => {
    fc.assert(
      fc.property(anyRegion, growth, (region, { growPx, featherPx }) => {
        const alpha = over(permittedAlpha({ region, locks: [], bounds, growPx, featherPx }));
        const wide = {
          x: bounds.x - 30,
          y: bounds.y - 30,
          width: bounds.width + 60,
          height: bounds.height + 60,
        };
        const touched = touchedPixels(rasterise(region, wide));
        alpha.forEach((value, i) => {
          if (value === 0) return;
          const x = bounds.x + (i % bounds.width);
          const y = bounds.y + Math.floor(i / bounds.width);
          const nearest = Math.min(...touched.map((p) => Math.hypot(p.x - x, p.y - y)));
          expect(nearest).toBeLessThanOrEqual(growPx);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('is trimmed: its first and last rows and columns all hold something', () => {
    fc.assert(
      fc.property(anyRegion, growth, (region, { growPx, featherPx }) => {
        const alpha = permittedAlpha({ region, locks: [], bounds, growPx, featherPx });
        if (!alpha) return;
        const { width, height } = alpha.rect;
        const touched = touchedPixels({ ...alpha, rect: { ...alpha.rect, x: 0, y: 0 } });
        const [xs, ys] = [touched.map((p) => p.x), touched.map((p) => p.y)];
        expect([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]).toEqual([
          0,
          width - 1,
          0,
          height - 1,
        ]);
      }),
      { numRuns: 100 },
    );
  });
});

/** Spread evenly, which `fc.double` is not: half of its values lie next to 0. */
const between = (min: number, max: number) => fc.integer({ min: min * 37, max: max * 37 }).map((n) => n / 37);
const coordinate = between(-20, 70);
const extent = between(1, 40);
const anyRegion: fc.Arbitrary<Region> = fc.oneof(
  fc.record({
    kind: fc.constant('rectangle' as const),
    x: coordinate,
    y: coordinate,
    width: extent,
    height: extent,
  }),
  fc.record({
    kind: fc.constant('ellipse' as const),
    cx: coordinate,
    cy: coordinate,
    rx: extent,
    ry: extent,
  }),
  fc.record({
    kind: fc.constant('lasso' as const),
    points: fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 6 }),
  }),
);
const growth = fc.record({
  growPx: fc.oneof(fc.constant(0), between(0, 12)),
  featherPx: fc.oneof(fc.constant(0), between(0, 20)),
});

function must(alpha: AlphaPlane | null): AlphaPlane {
  if (!alpha) throw new Error('nothing is permitted');
  return alpha;
}

function over(alpha: AlphaPlane | null): Uint8Array {
  return alpha ? alphaOver(alpha, bounds).data : new Uint8Array(bounds.width * bounds.height);
}

function touchedPixels({ rect, data }: AlphaPlane): { x: number; y: number }[] {
  return [...data.keys()]
    .filter((i) => data[i] !== 0)
    .map((i) => ({ x: rect.x + (i % rect.width), y: rect.y + Math.floor(i / rect.width) }));
}
