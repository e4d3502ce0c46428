import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LastNews } from './LastNews.ts';

it('remembers a bounded number of studios, whatever their number', () => {
  const last = new LastNews();
  for (let moment = 1; moment <= 5_000; moment += 1) last.tell(`studio-${moment}`, moment);
  expect(last.remembered).toBe(1_000);
});

it('never says that a studio had its last news earlier than it had', () => {
  const ofMany = fc.array(fc.integer({ min: 0, max: 1_500 }), { minLength: 1_000, maxLength: 3_000 });
  const check = (studios: readonly number[]) => {
    const last = new LastNews();
    const truth = new Map<string, number>();
    studios.forEach((studio, at) => {
      last.tell(`${studio}`, at + 1);
      truth.set(`${studio}`, at + 1);
    });
    return [...truth].every(([studio, moment]) => last.of(studio) >= moment);
  };
  fc.assert(fc.property(ofMany, check), { numRuns: 20 });
});

it('says of a studio whose news it remembers when they were, and of all others no more than may be', () => {
  const last = new LastNews();
  last.tell('a', 1);
  expect([last.of('a'), last.of('b')]).toEqual([1, 0]);
  last.tellAll(2);
  last.tell('b', 3);
  expect([last.of('a'), last.of('b')]).toEqual([2, 3]);
});
