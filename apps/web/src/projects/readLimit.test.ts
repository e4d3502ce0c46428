import { expect, it } from 'vitest';
import { limitTexts, readLimits } from './limitTexts.ts';
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

it('of several, what was typed is what was shown, and one that is no amount spoils them', () => {
  const names = ['usdPerEdit', 'usdPerDay', 'usdLimit'] as const;
  const limits = { usdPerEdit: 0.5, usdPerDay: null };
  expect(readLimits(limitTexts(names, limits))).toEqual({ ...limits, usdLimit: null });
  expect(readLimits({ usdPerEdit: '1', usdLimit: 'much' })).toBeNull();
});
