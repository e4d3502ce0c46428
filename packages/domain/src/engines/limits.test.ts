import { expect, it } from 'vitest';
import { limitBeyond, type SpendingLimit } from './limits.ts';

const day: SpendingLimit = { of: 'project-day', limitUsd: 0.3, spentUsd: 0.1 + 0.1 };
const month: SpendingLimit = { of: 'studio-month', limitUsd: 100, spentUsd: 99.95 };

it('a limit lets pass what reaches it and nothing beyond, however fractions are stored', () => {
  expect(limitBeyond([day], 0.1)).toBeNull();
  expect(limitBeyond([day], 0.100_001)).toBe(day);
});

it('the first one that is gone beyond is named', () => {
  expect(limitBeyond([day, month], 0.08)).toBe(month);
  expect(limitBeyond([day, month], 0.2)).toBe(day);
});

it('what is free passes also where more is spent than a limit that was lowered since', () => {
  expect(limitBeyond([{ ...day, limitUsd: 0 }], 0)).toBeNull();
});
