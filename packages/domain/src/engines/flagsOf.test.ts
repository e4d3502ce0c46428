import { expect, it } from 'vitest';
import { flagsOf, worstOf } from './flagsOf.ts';

it('warns above a threshold, and not on it', () => {
  expect(flagsOf({ seam: 1.3, ghost: 0.26, rim: 0.01 })).toEqual(['ghost.remains']);
});

it('names the figure that has taken up most of its threshold, flagged or not', () => {
  expect(worstOf({ seam: 0.65, ghost: 0.2, rim: 0.01 })).toEqual({ code: 'ghost.remains', share: 0.8 });
  expect(worstOf({ seam: 2.6, ghost: 0.3 })).toEqual({ code: 'seam.visible', share: 2 });
  expect(worstOf({}).share).toBe(0);
});
