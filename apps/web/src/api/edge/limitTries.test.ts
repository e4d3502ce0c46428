import { expect, it } from 'vitest';
import { limitTries } from './limitTries.ts';

const perMinute = { tries: 3, perMs: 60_000 };

it('lets so many through at once, and then one for each that time gives back', () => {
  const waitFor = limitTries(perMinute);
  const at = (now: number) => waitFor('a', now);
  expect([at(0), at(0), at(0)]).toEqual([0, 0, 0]);
  expect(at(1_000)).toBe(19_000);
  expect(at(19_999)).toBe(1);
  expect([at(20_000), at(20_000)]).toEqual([0, 20_000]);
  expect([at(200_000), at(200_000), at(200_000), at(200_000)]).toEqual([0, 0, 0, 20_000]);
});

it('counts each key by itself', () => {
  const waitFor = limitTries({ tries: 1, perMs: 60_000 });
  expect([waitFor('a', 0), waitFor('b', 0), waitFor('a', 0)]).toEqual([0, 0, 60_000]);
});

it('remembers no more keys than it may, and forgets those first that were asked for longest ago', () => {
  const waitFor = limitTries({ tries: 1, perMs: 60_000, keysAtMost: 2 });
  for (const key of ['a', 'b', 'c']) waitFor(key, 0);
  expect([waitFor('c', 0), waitFor('b', 0), waitFor('a', 0)]).toEqual([60_000, 60_000, 0]);
});
