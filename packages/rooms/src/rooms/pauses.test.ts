import { expect, it } from 'vitest';
import { presencePause } from './pauses.ts';

const nothing = { tookMs: 0, bytes: 0 };

it('cursors wait about as long as a screen does where there is time, and 33 where there is none', () => {
  expect(presencePause(nothing, 0)).toBe(15);
  expect(presencePause(nothing, 1)).toBe(33);
});

it('a crowd hears of each cursor more rarely, as long as telling takes a core’s time or a line’s width', () => {
  const busy = 0;
  expect(presencePause({ tookMs: 10, bytes: 0 }, busy)).toBe(40);
  expect(presencePause({ tookMs: 0, bytes: 94 * 1024 * 0.1 }, busy)).toBeCloseTo(100);
});

it('nobody’s cursor stands still for half a second', () => {
  expect(presencePause({ tookMs: 1e6, bytes: 1e9 }, 1)).toBeLessThan(500);
});
