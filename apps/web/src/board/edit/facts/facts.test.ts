import { describe, expect, it } from 'vitest';
import { choiceSays, timeSays } from './choiceSays.ts';
import { limitSays } from './limitSays.ts';

type Choice = Parameters<typeof choiceSays>[0];

describe('an estimate says', () => {
  const pro = { name: 'gemini-3-pro-image', usd: 0.134, seconds: 20 };
  const heal = { name: 'heal', usd: 0, seconds: 2.04 };

  it.each<[Omit<Choice, 'text'>, string]>([
    [{ reason: 'only', other: null, by: null }, 'The only one connected that can'],
    [{ reason: 'first', other: pro, by: 'usd' }, 'Cheapest that can; Nano Banana Pro would be $0.134'],
    [
      { reason: 'first', other: heal, by: 'order' },
      'First in order at this price; Heal would take about 2 s',
    ],
    [{ reason: 'as-before', other: heal, by: 'usd' }, 'As in the edit it repeats; Heal would be free'],
    [{ reason: 'by-hand', other: heal, by: 'usd' }, 'Chosen by hand; Heal would be free'],
  ])('why: %j', (choice, says) => {
    expect(choiceSays({ ...choice, text: '' })).toBe(says);
  });

  it('how long it takes, and how sure that is', () => {
    const region = { pixels: 1, usd: 0, seconds: 3.04 };
    const spread = { low: 2.02, high: 5, runs: 48 };
    expect(timeSays({ ...region, spread })).toBe('About 3 s, mostly 2–5: from its last 48 runs here');
    const small = { low: 0.042, high: 0.98, runs: 5 };
    expect(timeSays({ ...region, seconds: 11.6, spread: small })).toMatch(/^About 12 s, mostly 0.04–1:/);
    expect(timeSays({ ...region, spread: null })).toBe('3 s as announced: too few runs here yet');
  });
});

describe('of several limits', () => {
  const day = { of: 'project-day', limitUsd: 2, spentUsd: 1.5 } as const;
  const month = { of: 'studio-month', limitUsd: 100, spentUsd: 99.7 } as const;
  const one = { of: 'edit', limitUsd: 0.4, spentUsd: 0 } as const;

  it('the one with the least left is said', () => {
    expect(limitSays([day, month], 0.1)).toEqual({
      isBeyond: false,
      scope: 'Studio, 30 days',
      says: '$99.70 of $100.00 spent',
    });
    expect(limitSays([day, one], 0)?.says).toBe('up to $0.40');
    expect(limitSays([], 1)).toBeNull();
  });

  it('or the one that it would go beyond', () => {
    expect(limitSays([one, day], 0.45)).toMatchObject({ isBeyond: true, scope: 'One edit' });
    expect(limitSays([day, month], 0.6)?.says).toBe('$1.50 of $2.00 spent: too little left');
  });
});
