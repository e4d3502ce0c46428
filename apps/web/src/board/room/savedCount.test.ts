import { expect, it } from 'vitest';
import type { ShutOut } from '../state/boardStore.ts';
import { countSaved, nothingSent, type SavedCount, type SavedNews, savedState } from './savedCount.ts';

const stateOf = (count: SavedCount, waiting = 0, isReachable = true) =>
  savedState(count, { waiting, isReachable });
const after = (...news: readonly SavedNews[]) => news.reduce(countSaved, nothingSent);
const [opened, synced, changed, sent, held] = (['opened', 'synced', 'changed', 'sent', 'held'] as const).map(
  (kind) => ({ kind }),
) as [SavedNews, SavedNews, SavedNews, SavedNews, SavedNews];
const closedFor = (shutOut: ShutOut | null): SavedNews => ({ kind: 'closed', shutOut });
const closed = closedFor(null);
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

it('says why the room let nobody in, until it does', () => {
  const shutOut = after(opened, closedFor('windows'), changed);
  expect(stateOf(shutOut)).toEqual({ kind: 'shut-out', why: 'windows', waiting: 1 });
  expect(stateOf(countSaved(shutOut, opened)).kind).toBe('shut-out');
  expect(stateOf([opened, synced].reduce(countSaved, shutOut)).kind).toBe('saving');
});

it('says that a change was refused until it is kept, however often it is brought', () => {
  const refused = after(opened, synced, sent, closedFor('full'));
  const again = [opened, synced, sent].reduce(countSaved, refused);
  expect(stateOf(again)).toEqual({ kind: 'shut-out', why: 'full', waiting: 2 });
  expect(stateOf(countSaved(again, kept(1)))).toEqual({ kind: 'saved' });
});

it('says rather that there is no connection, while there is none', () => {
  expect(stateOf(after(opened, closedFor('full'), changed), 0, false).kind).toBe('offline');
});
