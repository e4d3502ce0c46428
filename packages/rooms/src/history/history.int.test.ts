import { readBoard, setSticky } from '@pinpaint/board';
import { createDb } from '@pinpaint/db';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId, type PersonId, type Result } from '@pinpaint/domain';
import { afterAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { loadBoard } from '../rooms/boardStore.ts';
import { keepHistories, keepHistory } from './keepHistories.ts';
import { listMoments, type MomentsWish } from './listMoments.ts';
import { stateAt } from './stateAt.ts';
import { storageOf } from './storageOf.ts';
import { anyDeed, Past } from './testing/aPast.ts';
import { openPasts } from './thread/openPasts.ts';
import type { PastError } from './thread/PastEnded.ts';

const { url } = await createTestDatabase();
const db = createDb(url);
const pasts = openPasts({ threads: 1 });
const ctx = { db, pasts, maxHistoryBytes: 1e9 };
afterAll(() => Promise.all([db.$disconnect(), pasts.stop()]));
const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];
const began = Date.UTC(2030, 0, 1);
const [artist, director] = [newId<PersonId>(), newId<PersonId>()];
const sticky = { x: 0, y: 0, width: 9, height: 9, text: 'note', colour: 'yellow' } as const;
const all = { each: 'change', before: null, since: 0, limit: 10_000 } as const;

it.each([1, 2, 3, 4])(
  'shows each kept moment as it was, however thinned it is by now (seed %i)',
  async (seed) => {
    const past = await Past.open(db);
    for (let n = 0; n < 80; n += 1) {
      const atMs = began + n * (seed % 2 ? 20_000 : 2 * hourMs);
      await past.write({ atMs, people: [n % 3 ? artist : director], act: anyDeed(seed * 1_000 + n) });
      if (n % 50 === 0) await past.compact();
    }
    await past.compact();
    let before = Number.POSITIVE_INFINITY;
    for (const days of [0.1, 2, 9, 33, 400]) {
      const maxHistoryBytes = days === 400 ? 3_000 : 1e9;
      await keepHistory({ ...ctx, maxHistoryBytes }, past.at, new Date(began + days * dayMs));
      const rows = await db.boardUpdate.findMany({ where: past.at, orderBy: { seq: 'asc' } });
      expect(rows.length).toBeLessThanOrEqual(before);
      before = rows.length;
      for (const { seq } of rows) expect(await viewAt(past, seq)).toEqual(past.views.get(seq));
      const { doc, seq } = await loadBoard(db, past.at);
      expect([readBoard(doc), seq]).toEqual([readBoard(past.doc), 80]);
    }
    expect(before).toBeLessThan(12);
    expect((await storageOf(db, past.at)).history).toBeLessThanOrEqual(3_000);
  },
);

it('has in old moments what the living document no longer holds', async () => {
  const past = await Past.open(db);
  const seq = await past.write({
    atMs: began,
    people: [artist],
    act: (doc) => setSticky(doc, 's', { ...sticky, text: 'the only copy' }),
  });
  const later = began + minuteMs;
  const gone = await past.write({
    atMs: later,
    people: [director],
    act: (doc) => doc.getMap('stickies').delete('s'),
  });
  await past.compact();
  await keepHistory(ctx, past.at, new Date(began + 3 * dayMs));
  expect((await viewAt(past, seq))?.stickies.get('s')?.text).toBe('the only copy');
  expect((await viewAt(past, gone))?.stickies.size).toBe(0);
});

it('keeps one moment of each minute after a day, with all who worked in it', async () => {
  const past = await Past.open(db);
  for (const [n, person] of [artist, director, artist].entries())
    await past.write({ atMs: began + n * 10_000, people: [person], act: anyDeed(n) });
  await past.write({ atMs: began + 5 * minuteMs, people: [director], act: anyDeed(9) });
  await past.compact();
  await keepHistory(ctx, past.at, new Date(began + dayMs / 2));
  expect((await moments(past, all)).items).toHaveLength(4);
  await keepHistory(ctx, past.at, new Date(began + 2 * dayMs));
  const { items } = await moments(past, all);
  expect(
    items.map(({ seq, firstSeq, writes, from, to, personIds }) => ({
      seq,
      firstSeq,
      writes,
      from,
      to,
      who: personIds.toSorted(),
    })),
  ).toEqual([
    {
      seq: 4,
      firstSeq: 4,
      writes: 1,
      from: new Date(began + 5 * minuteMs),
      to: new Date(began + 5 * minuteMs),
      who: [director],
    },
    {
      seq: 3,
      firstSeq: 3,
      writes: 3,
      from: new Date(began),
      to: new Date(began + 20_000),
      who: [artist, director].toSorted(),
    },
  ]);
});

it('never touches what the living document’s own state does not hold yet', async () => {
  const past = await Past.open(db);
  for (let n = 0; n < 5; n += 1) await past.write({ atMs: began, people: [artist], act: anyDeed(n) });
  await past.compact();
  for (let n = 5; n < 9; n += 1) await past.write({ atMs: began, people: [artist], act: anyDeed(n) });
  await keepHistory({ ...ctx, maxHistoryBytes: 0 }, past.at, new Date(began + 99 * dayMs));
  const rows = await db.boardUpdate.findMany({ where: past.at, orderBy: { seq: 'asc' } });
  expect(rows.map(({ seq }) => seq)).toEqual([6, 7, 8, 9]);
  expect(readBoard((await loadBoard(db, past.at)).doc)).toEqual(readBoard(past.doc));
  expect(await viewAt(past, 7)).toEqual(past.views.get(7));
});

it('gathers what was done in one go, and tells what it came to', async () => {
  const past = await Past.open(db);
  const put = (id: string) => (doc: Y.Doc) => setSticky(doc, id, sticky);
  const take = (id: string) => (doc: Y.Doc) => void doc.getMap('stickies').delete(id);
  await past.write({ atMs: began, people: [artist], act: put('a') });
  await past.write({ atMs: began + minuteMs, people: [director], act: put('tried') });
  await past.write({ atMs: began + 2 * minuteMs, people: [artist], act: take('tried') });
  await past.write({ atMs: began + hourMs, people: [], act: put('of the server') });
  await past.write({ atMs: began + 2 * hourMs, people: [director], act: take('a') });
  const { items, next } = await moments(past, { ...all, each: 'session', limit: 10 });
  expect(next).toBeNull();
  expect(
    items.map(({ seq, firstSeq, writes, changes }) => ({ seq, firstSeq, writes, ...changes.stickies })),
  ).toEqual([
    { seq: 5, firstSeq: 5, writes: 1, added: [], changed: [], removed: ['a'] },
    { seq: 3, firstSeq: 1, writes: 3, added: ['a'], changed: [], removed: [] },
  ]);
  const page = await moments(past, { ...all, each: 'session', limit: 1 });
  expect([page.items.map(({ seq }) => seq), page.next]).toEqual([[5], 5]);
  const rest = await moments(past, { ...all, each: 'session', limit: 5, before: page.next });
  expect(rest.items.map(({ seq }) => seq)).toEqual([3]);
});

it('sets checkpoints, so that no moment is far from one', async () => {
  const past = await Past.open(db);
  const text = 'x'.repeat(60_000);
  for (let n = 0; n < 20; n += 1)
    await past.write({
      atMs: began,
      people: [artist],
      act: (doc) => setSticky(doc, 's', { ...sticky, x: n, text }),
    });
  await past.compact();
  await keepHistory(ctx, past.at, new Date(began));
  const checkpoints = await db.boardCheckpoint.findMany({ where: past.at, orderBy: { upto: 'asc' } });
  expect(checkpoints.map(({ upto }) => upto)).toEqual([5, 10, 15, 20]);
  for (const seq of [4, 5, 6, 20]) expect(await viewAt(past, seq)).toEqual(past.views.get(seq));
});

it('is thinned when it is due, and by one process at a time', async () => {
  const past = await Past.open(db);
  for (let n = 0; n < 4; n += 1) await past.write({ atMs: began, people: [artist], act: anyDeed(n) });
  await past.compact();
  const now = new Date(began + 40 * dayMs);
  await Promise.all([keepHistories(ctx, now), keepHistories(ctx, now)]);
  expect(await db.boardUpdate.count({ where: past.at })).toBe(1);
  expect(await db.boardHistory.findFirst({ where: past.at })).toMatchObject({ dueAt: null });
});

async function moments(past: Past, wish: MomentsWish) {
  return valueIn(await listMoments(ctx, past.at, wish));
}

async function viewAt(past: Past, seq: number) {
  const state = valueIn(await stateAt(ctx, past.at, seq));
  if (!state) return null;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return readBoard(doc);
}

function valueIn<T>(result: Result<T, PastError>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
