import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packPictures } from './packPictures.ts';

const box = { width: 278, height: 148, gap: 6 };
const size = fc.record({
  width: fc.integer({ min: 1, max: 8000 }),
  height: fc.integer({ min: 1, max: 8000 }),
});
const slack = 1e-9;

it('keeps every picture inside the box, uncut and apart from the others', () => {
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 6 }), (sizes) => {
      const placed = packPictures(sizes, box);
      expect(placed).toHaveLength(sizes.length);
      for (const [index, { x, y, width, height }] of placed.entries()) {
        const { width: w = 0, height: h = 1 } = sizes[index] ?? {};
        expect((width * box.width) / (height * box.height)).toBeCloseTo(w / h, 6);
        expect(Math.min(x, y, 1 - x - width, 1 - y - height)).toBeGreaterThan(-slack);
        for (const other of placed.slice(index + 1)) {
          const isApart =
            x + width <= other.x + slack ||
            other.x + other.width <= x + slack ||
            y + height <= other.y + slack ||
            other.y + other.height <= y + slack;
          expect(isApart).toBe(true);
        }
      }
    }),
  );
});

it('shows one picture as large as it goes, in the middle', () => {
  const [placed] = packPictures([{ width: 100, height: 148 }], box);
  expect(placed).toEqual({ x: (278 - 100) / 2 / 278, y: 0, width: 100 / 278, height: 1 });
});

it('lays tall pictures side by side, and flat ones under each other', () => {
  const rowsOf = (width: number, height: number) =>
    new Set(
      packPictures(
        [1, 2, 3].map(() => ({ width, height })),
        box,
      ).map(({ y }) => y.toFixed(6)),
    ).size;
  expect([rowsOf(200, 300), rowsOf(600, 100)]).toEqual([1, 3]);
});

it('keeps room for a picture that is still being prepared', () => {
  expect(packPictures([null, { width: 3, height: 2 }], box)).toHaveLength(2);
});
