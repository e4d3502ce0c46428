import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchRun } from './watchRun.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched(limitMs: number) {
  const lost = vi.fn();
  return { lost, ...watchRun(limitMs, lost) };
}

test('a run that gives no sign of life is lost after its limit', () => {
  const { lost } = watched(1000);
  vi.advanceTimersByTime(999);
  expect(lost).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(lost).toHaveBeenCalledOnce();
});

test.each([
  ['moves on', [0.1, 0.2, 0.3], [null, null, null]],
  ['comes forward in a queue', [0, 0, 0], [3, 2, 1]],
] as const)('a run that %s may take longer than that', (_, fractions, ahead) => {
  const { lost, note } = watched(1000);
  for (const [at, fraction] of fractions.entries()) {
    vi.advanceTimersByTime(900);
    note(fraction, ahead[at] ?? null);
  }
  expect(lost).not.toHaveBeenCalled();
});

test('a run that only says the same again, or next to nothing more, is lost all the same', () => {
  const { lost, note } = watched(1000);
  note(0.5, null);
  for (let at = 0; at < 10; at++) {
    vi.advanceTimersByTime(100);
    note(0.5 + at / 10_000, null);
  }
  expect(lost).toHaveBeenCalledOnce();
});
