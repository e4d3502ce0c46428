import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../data/types.ts';
import { costOf, queueList, spending } from './queueList.ts';

const anEdit = (id: string, state: Edit['state'], usd?: number, more: object = {}) =>
  ({
    id,
    state,
    cost: usd === undefined ? null : { usd, seconds: 1, pixels: 1 },
    estimate: { region: { usd: 0 } },
    timings: { startedAt: null },
    ...more,
  }) as Edit;

describe('the queue', () => {
  it('shows what runs, then what waits by its turn, then what ended, newest first', () => {
    const edits = ['failed', 'queued', 'queued', 'running', 'proposed', 'accepted'].map((state, n) =>
      anEdit(String(9 - n), state as Edit['state']),
    );
    const { now, toChoose, recent } = queueList(edits);
    expect([now, toChoose, recent].map((list) => list.map(({ id }) => id))).toEqual([
      ['6', '7', '8'],
      ['5'],
      ['9', '4'],
    ]);
  });

  it('says what was spent, and what of it on what was not taken', () => {
    const edits = [
      anEdit('4', 'accepted', 0.4),
      anEdit('3', 'discarded', 0.1),
      anEdit('2', 'cancelled', 0.2),
      anEdit('1', 'failed'),
    ];
    const { usd, unusedUsd, unknown } = spending(edits);
    expect(usd).toBeCloseTo(0.7);
    expect(unusedUsd).toBeCloseTo(0.3);
    expect(unknown).toBe(0);
  });

  it('does not say that what a service never billed for has cost nothing', () => {
    const begun = { estimate: { region: { usd: 0.04 } }, timings: { startedAt: '2030-01-01T12:00:00Z' } };
    const lost = anEdit('3', 'failed', undefined, begun);
    const neverBegun = anEdit('2', 'cancelled', undefined, { ...begun, timings: { startedAt: null } });
    const edits = [lost, neverBegun, anEdit('1', 'running', undefined, begun)];
    expect(edits.map(costOf)).toEqual([null, 0, null]);
    expect(spending(edits)).toEqual({ usd: 0, unusedUsd: 0, unknown: 1 });
  });
});
