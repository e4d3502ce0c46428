import { expect, it } from 'vitest';
import { readLimit } from './readLimit.ts';

it.each<[string, number | null | undefined]>([
  ['', null],
  [' ', null],
  ['0', 0],
  ['12.50', 12.5],
  ['$1,200', 1200],
  ['1000001', undefined],
  ['-1', undefined],
  ['much', undefined],
  ['1.234', undefined],
])('reads “%s” as %s', (text, amount) => {
  expect(readLimit(text)).toBe(amount);
});
