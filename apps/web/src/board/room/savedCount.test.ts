import { expect, it } from 'vitest';
import { countSaved, nothingSent, type SavedCount, type SavedNews, savedState } from './savedCount.ts';

const stateOf = (count: SavedCount, waiting = 0, isReachable = true) =>
  savedState(count, { waiting, isReachable });
const after = (...news: readonly SavedNews[]) => news.reduce(countSaved, nothingSent);
const [opened, changed, sent, held, closed] = (['opened', 'changed', 'sent', 'held', 'closed'] as const).map(
  (kind) => ({
    kind,
  }),
) as [SavedNews, SavedNews, SavedNews, SavedNews, SavedNews];
const kept = (messages: number): SavedNews => ({ kind: 'kept', messages });

it('says saved only when the last message sent is kept', () => {
  expect(stateOf(after(opened, sent, sent, kept(1)))).toEqual({ kind: 'saving' });
  expect(stateOf(after(opened, sent, sent, kept(1), kept(2)))).toEqual({ kind: 'saved' });
});

it('is still saving while the API has not answered', () => {
  expect(stateOf(after(opened), 1)).toEqual({ kind: 'saving' });
});

it('counts what waits while there is no connection', () => {
  expect(stateOf(after(opened, closed, changed, changed), 1)).toEqual({ kind: 'offline', waiting: 3 });
});

it('says so when the server takes no more, until the next connection', () => {
  expect(stateOf(after(opened, sent, held, sent, kept(1)))).toEqual({ kind: 'held' });
  expect(stateOf(after(opened, sent, held, sent, kept(1), closed))).toEqual({ kind: 'offline', waiting: 1 });
  expect(stateOf(after(opened, sent, held, closed, opened, sent))).toEqual({ kind: 'saving' });
});

it('takes what a lost connection had not kept for waiting, until the next one keeps all', () => {
  const lost = after(opened, sent, sent, kept(1), closed);
  expect(stateOf(lost)).toEqual({ kind: 'offline', waiting: 1 });
  const back = [opened, sent].reduce(countSaved, lost);
  expect(stateOf(back)).toEqual({ kind: 'saving' });
  expect(stateOf(countSaved(back, kept(1)))).toEqual({ kind: 'saved' });
});

it('takes a line that nothing comes through for cut, before its socket has noticed', () => {
  expect(stateOf(after(opened, sent), 1, false)).toEqual({ kind: 'offline', waiting: 2 });
});
