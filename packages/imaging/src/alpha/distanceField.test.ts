import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyondLimit, distanceField, scanDistances } from './distanceField.ts';

describe('distanceField', () => {
  it('is 0 on set pixels and counts squares away from them', () => {
    const plane = Uint8Array.of(0, 0, 0, 0, 9, 0, 0, 0, 0);
    expect([...distanceField(plane, { width: 3, height: 3 })]).toEqual([2, 1, 2, 1, 0, 1, 2, 1, 2]);
  });

  it('has nothing to say about an empty plane', () => {
    expect([...distanceField(new Uint8Array(4), { width: 2, height: 2 })]).toEqual(
      Array(4).fill(beyondLimit),
    );
  });

  it('is exactly what brute force finds, with and without a limit', () => {
    fc.assert(
      fc.property(
        anyPlane,
        fc.option(fc.integer({ min: 0, max: 90 }).map((n) => n / 10)),
        ({ plane, width }, limit) => {
          const size = { width, height: plane.length / width };
          const limitPx = limit ?? Infinity;
          expect([...distanceField(plane, size, limitPx)]).toEqual(bruteForce(plane, width, limitPx));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('measures towards the unset pixels when asked to', () => {
    fc.assert(
      fc.property(anyPlane, ({ plane, width }) => {
        const size = { width, height: plane.length / width };
        const rows: number[] = [];
        scanDistances(plane, size, { limitPx: 50, toUnset: true }, (row) => rows.push(...row));
        const turned = plane.map((value) => (value === 0 ? 1 : 0));
        expect(rows).toEqual(bruteForce(turned, width, 50));
      }),
      { numRuns: 100 },
    );
  });

  it('stays exact where columns are longer than a byte can count', () => {
    const plane = new Uint8Array(3 * 700);
    plane[0] = 1;
    const field = distanceField(plane, { width: 3, height: 700 });
    expect(field[3 * 699 + 2]).toBe(699 * 699 + 4);
  });
});

const anyPlane = fc
  .record({ width: fc.integer({ min: 1, max: 14 }), height: fc.integer({ min: 1, max: 14 }) })
  .chain(({ width, height }) =>
    fc.record({
      width: fc.constant(width),
      plane: fc
        .array(fc.constantFrom(0, 0, 0, 0, 1, 255), { minLength: width * height, maxLength: width * height })
        .map((values) => Uint8Array.from(values)),
    }),
  );

function bruteForce(plane: Uint8Array, width: number, limitPx: number): number[] {
  return Array.from(plane, (_, i) => {
    const squares = Array.from(plane, (value, j) =>
      value === 0
        ? Infinity
        : ((i % width) - (j % width)) ** 2 + (Math.floor(i / width) - Math.floor(j / width)) ** 2,
    );
    const nearest = Math.min(...squares);
    return nearest <= limitPx * limitPx && nearest < Infinity ? nearest : beyondLimit;
  });
}
