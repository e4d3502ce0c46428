import { expect, it } from 'vitest';
import { countOpen } from './countOpen.ts';

it('lets nobody have more than they may, and others none the less', () => {
  const count = countOpen(2);
  const leave = count.enter('a');
  expect([leave, count.enter('a'), count.enter('a'), count.enter('b')].map(Boolean)).toEqual([
    true,
    true,
    false,
    true,
  ]);
  leave?.();
  leave?.();
  expect([count.enter('a'), count.enter('a')].map(Boolean)).toEqual([true, false]);
});

it('counts the same thing once, until the last has left it', () => {
  const count = countOpen(1);
  const leaves = [count.enter('studio', 'board'), count.enter('studio', 'board')];
  expect(count.enter('studio', 'other')).toBe(null);
  leaves[0]?.();
  expect(count.enter('studio', 'other')).toBe(null);
  leaves[1]?.();
  expect(count.enter('studio', 'other')).not.toBe(null);
});
