import { distanceField } from '@pinpaint/imaging';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearby } from './nearby.ts';

it('marks what the exact distances put within the radius, at corners and across edges as well', () => {
  const aMask = fc.integer({ min: 1, max: 24 }).chain((width) =>
    fc.record({
      width: fc.constant(width),
      rows: fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 20,
      }),
    }),
  );
  const aRadius = fc.constantFrom(1, 1.5, 2, 2.5, 3, 4, 5, 10);
  fc.assert(
    fc.property(aMask, aRadius, ({ width, rows }, radiusPx) => {
      const mask = Uint8Array.from(rows.flat(), (value) => (value === 0 ? 1 : 0));
      const size = { width, height: rows.length };
      const exact = distanceField(mask, size);
      expect([...nearby(mask, size, radiusPx)]).toEqual(
        [...exact].map((squared) => (squared <= radiusPx * radiusPx ? 1 : 0)),
      );
    }),
  );
});
