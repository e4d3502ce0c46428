import { readBoard, setSticky } from '@pinpaint/board';
import { err, ok } from '@pinpaint/domain';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { mergeMany } from './mergeMany.ts';
import { openPasts, type PastsOptions, type PastWalk } from './openPasts.ts';

const limits = { limitMs: 60_000 };
const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => void (await Promise.all(opened.splice(0).map((pasts) => pasts.stop()))));

function open(options: PastsOptions = {}) {
  const pasts = openPasts({ threads: 1, ...options });
  opened.push(pasts);
  return pasts;
}

const sticky = { x: 0, y: 0, width: 9, height: 9, text: 'note', colour: 'green' } as const;

/** As a room's log has them. */
function rows(n: number): readonly Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < n; i += 1) setSticky(doc, `${i % 50}`, { ...sticky, x: i });
  return updates;
}

function packed(updates: readonly Uint8Array[]) {
  return { bytes: Uint8Array.from(Buffer.concat(updates)), lengths: updates.map(({ length }) => length) };
}

function viewOf(...updates: readonly Uint8Array[]) {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return readBoard(doc);
}

async function stateOf(past: PastWalk, updates: readonly Uint8Array[]): Promise<Uint8Array> {
  await past.take(packed(updates));
  await past.pass();
  return past.state();
}

const forever = () => new Promise<never>(() => undefined);

it('goes through rows, counts what they changed, and makes one of them', async () => {
  const pasts = open();
  const all = rows(60);
  const walked = await pasts.walk(async (past) => {
    const early = await stateOf(past, all.slice(0, 10));
    await past.take(packed(all.slice(10, 20)));
    const { stickies } = await past.count();
    await past.take(packed(all.slice(20)));
    return { early, stickies, rest: await past.merge() };
  }, limits);
  if (!walked.ok) throw new Error(walked.error.code);
  const { early, stickies, rest } = walked.value;
  expect(viewOf(early)).toEqual(viewOf(...all.slice(0, 10)));
  expect(stickies.added).toHaveLength(10);
  expect(viewOf(...all.slice(0, 20), rest)).toEqual(viewOf(...all));
});

it('begins each walk with an empty document', async () => {
  const pasts = open();
  await pasts.walk((past) => stateOf(past, rows(5)), limits);
  const next = await pasts.walk((past) => stateOf(past, []), limits);
  expect(next.ok && viewOf(next.value).stickies.size).toBe(0);
});

it('ends what takes too long, and goes on with the next', async () => {
  const pasts = open();
  expect(await pasts.walk(forever, { limitMs: 20 })).toEqual(err({ code: 'history.timed-out' }));
  expect(await pasts.walk(async () => 'next', limits)).toEqual(ok('next'));
});

it('ends a thread whose own work takes too long', async () => {
  const pasts = open();
  const endless = rows(30_000);
  const limitMs = 200;
  const slow = await pasts.walk(
    async (past) => {
      for (;;) await stateOf(past, endless);
    },
    { limitMs },
  );
  expect(slow).toEqual(err({ code: 'history.timed-out' }));
  expect(await pasts.walk(async () => 'next', limits)).toEqual(ok('next'));
});

it('tells at once who comes when too many wait, and in the end whose turn never came', async () => {
  const pasts = open({ waitingAtMost: 1 });
  const first = pasts.walk(forever, { limitMs: 300 });
  const second = pasts.walk(async () => 'late', { limitMs: 100 });
  expect(await pasts.walk(async () => 'third', limits)).toEqual(err({ code: 'history.busy' }));
  expect(await second).toEqual(err({ code: 'history.busy' }));
  expect(await first).toEqual(err({ code: 'history.timed-out' }));
  expect(await pasts.walk(async () => 'next', limits)).toEqual(ok('next'));
});

it('is given up by whoever asked, in the middle of it or waiting', async () => {
  const pasts = open();
  const asker = new AbortController();
  const { signal } = asker;
  const both = [pasts.walk(forever, { ...limits, signal }), pasts.walk(forever, { ...limits, signal })];
  asker.abort();
  const givenUp = err({ code: 'history.given-up' });
  expect(await Promise.all(both)).toEqual([givenUp, givenUp]);
  expect(await pasts.walk(forever, { ...limits, signal })).toEqual(givenUp);
  expect(await pasts.walk(async () => 'next', limits)).toEqual(ok('next'));
});

it('lets nobody go on in somebody else’s document', async () => {
  const pasts = open();
  const asker = new AbortController();
  const late = Promise.withResolvers<void>();
  const lost = Promise.withResolvers<unknown>();
  const given = await pasts.walk(
    async (past) => {
      asker.abort();
      await late.promise;
      await past.take(packed(rows(5))).catch(lost.resolve);
    },
    { ...limits, signal: asker.signal },
  );
  expect(given).toEqual(err({ code: 'history.given-up' }));
  const state = await pasts.walk(async (past) => {
    late.resolve();
    await lost.promise;
    return stateOf(past, []);
  }, limits);
  expect(state.ok && viewOf(state.value).stickies.size).toBe(0);
});

it('says so when a past is larger than its thread may be, and goes on with the next', async () => {
  const pasts = open({ memoryMb: 24 });
  const doc = new Y.Doc();
  for (let i = 0; i < 60_000; i += 1) setSticky(doc, `${i}`, { ...sticky, x: i, text: `note ${i}` });
  const large = Y.encodeStateAsUpdate(doc);
  expect(await pasts.walk((past) => stateOf(past, [large]), limits)).toEqual(
    err({ code: 'history.too-large' }),
  );
  expect(await pasts.walk(async () => 'next', limits)).toEqual(ok('next'));
});

it('throws for what is no update, and goes on with the next', async () => {
  const pasts = open();
  await expect(pasts.walk((past) => stateOf(past, [Uint8Array.of(9, 9, 9)]), limits)).rejects.toThrow();
  expect(await pasts.walk(async () => 'next', limits)).toEqual(ok('next'));
});

it('gives up what is under way when it is stopped', async () => {
  const pasts = open();
  const both = [
    pasts.walk((past) => stateOf(past, rows(50)), limits),
    pasts.walk((past) => stateOf(past, rows(50)), limits),
  ];
  await pasts.stop();
  const givenUp = err({ code: 'history.given-up' });
  expect(await Promise.all(both)).toEqual([givenUp, givenUp]);
});

it('makes one update of however many', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), (n) => {
      const all = rows(n);
      expect(viewOf(mergeMany(all))).toEqual(viewOf(...all));
    }),
    { numRuns: 12 },
  );
});
