import { expect, it } from 'vitest';
import { runLimitMs } from './runLimit.ts';

it.each([
  [2, 15],
  [150, 15],
  [60 * 60, 6 * 60],
])('a run expected to take %d s may be silent for %d minutes', (expected, minutes) => {
  expect(runLimitMs(expected)).toBe(minutes * 60_000);
});
