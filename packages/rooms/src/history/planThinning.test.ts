import fc from 'fast-check';
import { expect, it } from 'vitest';
import { historyLimits } from './historyLimits.ts';
import { planCheckpoints } from './planCheckpoints.ts';
import { planThinning, type RowFacts } from './planThinning.ts';

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];
const nowMs = Date.UTC(2030, 5, 1, 12);
const row = (seq: number, agoMs: number): RowFacts => ({ seq, atMs: nowMs - agoMs, bytes: 100 });

it.each([
  ['less than a day old', [hourMs, hourMs - 1, hourMs - 2], 0, []],
  [
    'of one minute, after a day',
    [2 * dayMs + 59_000, 2 * dayMs + 58_000, 2 * dayMs + minuteMs / 2],
    0,
    [{ first: 1, last: 3 }],
  ],
  ['of two minutes', [2 * dayMs + 3 * minuteMs, 2 * dayMs], 0, []],
  [
    'of one hour, after a week',
    [8 * dayMs + 40 * minuteMs, 8 * dayMs + minuteMs],
    0,
    [{ first: 1, last: 2 }],
  ],
  ['of one day, after a month', [40 * dayMs + 11 * hourMs, 40 * dayMs], 0, [{ first: 1, last: 2 }]],
  [
    'of one hour, where there is too much',
    [2 * dayMs + 40 * minuteMs, 2 * dayMs + minuteMs],
    1,
    [{ first: 1, last: 2 }],
  ],
  ['of today, where there is too much', [2, 1], 4, []],
])('of rows %s', (_, ago, coarser, spans) => {
  const rows = ago.map((ms, i) => row(i + 1, ms));
  expect(planThinning(rows, { nowMs, coarser })).toEqual(spans);
});

it('has nothing left to do where it has been done', () => {
  const ages = fc.array(fc.integer({ min: 0, max: 100 * dayMs }), { maxLength: 60 });
  fc.assert(
    fc.property(ages, fc.nat(4), (ago, coarser) => {
      const rows = ago.toSorted((a, b) => b - a).map((ms, i) => row(i + 1, ms));
      const spans = planThinning(rows, { nowMs, coarser });
      const left = rows.filter(({ seq }) => !spans.some(({ first, last }) => seq >= first && seq < last));
      expect(planThinning(left, { nowMs, coarser })).toEqual([]);
    }),
  );
});

it('leaves no moment further from a checkpoint than it may be, and keeps none that nobody needs', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 120_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(sizes, fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (bytes, uptos) => {
      const rows = bytes.map((size, i) => ({ seq: i + 1, atMs: 0, bytes: size }));
      const kept = uptos.toSorted((a, b) => a - b).map((upto) => ({ upto, bytes: 1 }));
      const { add, remove } = planCheckpoints(rows, { kept, stateBytes: 0 });
      const standing = [...kept.map(({ upto }) => upto).filter((upto) => !remove.includes(upto)), ...add];
      let since = 0;
      for (const { seq, bytes: size } of rows) {
        since = standing.includes(seq) ? 0 : since + size;
        expect(since).toBeLessThan(historyLimits.checkpointAfter.bytes);
      }
      expect(remove).not.toContain(kept[0]?.upto);
    }),
  );
});
