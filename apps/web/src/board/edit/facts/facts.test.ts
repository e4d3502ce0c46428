import { describe, expect, it } from 'vitest';
import { choiceSays, timeSays } from './choiceSays.ts';

type Choice = Parameters<typeof choiceSays>[0];

describe('an estimate says', () => {
  const pro = { name: 'gemini-3-pro-image', usd: 0.134, seconds: 20 };
  const heal = { name: 'heal', usd: 0, seconds: 2.04 };

  it.each<[Omit<Choice, 'text'>, string]>([
    [{ reason: 'only', other: null, by: null }, 'The only one connected that can'],
    [{ reason: 'first', other: pro, by: 'usd' }, 'Cheapest that can; Nano Banana Pro would be $0.134'],
    [{ reason: 'first', other: heal, by: 'seconds' }, 'Fastest at this price; Heal would take about 2 s'],
    [{ reason: 'by-hand', other: heal, by: 'usd' }, 'Chosen by hand; Heal would be free'],
  ])('why: %j', (choice, says) => {
    expect(choiceSays({ ...choice, text: '' })).toBe(says);
  });

  it('how long it takes, and how sure that is', () => {
    const region = { pixels: 1, usd: 0, seconds: 3.04 };
    const spread = { low: 2.02, high: 5, runs: 48 };
    expect(timeSays({ ...region, spread })).toBe('About 3 s, mostly 2–5: from its last 48 runs here');
    expect(timeSays({ ...region, spread: null })).toBe('3 s as announced: too few runs here yet');
  });
});
