import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveTo } from './reorder.ts';

it.each([
  ['down', 0, 2, 'bcad'],
  ['up', 3, 1, 'adbc'],
  ['nowhere', 1, 1, 'abcd'],
  ['beyond the end', 0, 9, 'bcda'],
  ['before the start', 2, -1, 'cabd'],
  ['from nowhere', 9, 0, 'abcd'],
])('a thing is moved %s', (_, from, to, result) => {
  expect(moveTo([...'abcd'], from, to).join('')).toBe(result);
});

it('a moved list holds the same things, and moving back restores it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.nat(20), fc.nat(20), (list, i, j) => {
      const [from, to] = [i % list.length, j % list.length];
      const moved = moveTo(list, from, to);
      expect(moved.toSorted()).toEqual(list.toSorted());
      expect(moveTo(moved, to, from)).toEqual(list);
    }),
  );
});
