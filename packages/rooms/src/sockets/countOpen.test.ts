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
