import { createDb, type Db } from '@pinpaint/db';
import { createTestDatabase, openWire } from '@pinpaint/db/testing';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import type { Clock } from '../rooms/Clock.ts';
import { beatMs, leaseMs } from './nodeTimes.ts';
import { SyncNode } from './SyncNode.ts';
import { aBoard } from './testing/aBoard.ts';

const { url } = await createTestDatabase();
const db = createDb(url);
const wire = await openWire(url);
const overWire = createDb(wire.url);
const patience = { timeout: 30_000 };
const started: SyncNode[] = [];
afterEach(async () => {
  vi.useRealTimers();
  wire.heal();
  for (const node of started.splice(0)) await node.end();
  await db.syncNode.deleteMany();
});
afterAll(async () => {
  await Promise.all([db.$disconnect(), overWire.$disconnect()]);
  wire.stop();
});

it('takes rooms, and gives them back to whoever comes next', async () => {
  const [{ node: one }, { node: other }] = [await start('one'), await start('other')];
  const at = await aBoard(db);
  const lease = await one.take(at);
  expect([lease?.epoch, lease?.holds()]).toEqual([1, true]);
  expect(await other.take(at)).toBeNull();
  await lease?.release();
  expect((await other.take(at))?.epoch).toBe(2);
});

it('waits for a room that its owner is about to give back', async () => {
  const [{ node: one }, { node: other, clock }] = [await start('one'), await start('other')];
  const at = await aBoard(db);
  const lease = await one.take(at);
  await one.leave();
  const taking = other.take(at);
  await expect.poll(() => clock.waiting, patience).toContain(100);
  await lease?.release();
  clock.advance(100);
  expect((await taking)?.epoch).toBe(2);
});

it('takes none once it is on its way out', async () => {
  const { node } = await start('one');
  await node.leave();
  expect(await node.take(await aBoard(db))).toBeNull();
});

it('is what was at its address before: that one’s rooms are free at once', async () => {
  const at = await aBoard(db);
  const { node: before } = await start('same');
  await before.take(at);
  const { node } = await start('same');
  expect((await node.take(at))?.epoch).toBe(2);
});

it('lets go by its own clock, before others take its rooms, when it can’t be heard', async () => {
  await start('other');
  const { node, clock, past } = await start('cut off', overWire);
  const lease = await node.take(await aBoard(db));
  wire.cut();
  clock.advance(leaseMs - 1_500);
  expect([lease?.holds(), past.count]).toEqual([true, 0]);
  clock.advance(1_000);
  expect([lease?.holds(), past.count]).toEqual([false, 1]);
  expect(await node.take(await aBoard(db))).toBeNull();
});

it('goes on once it is heard again', async () => {
  await start('other');
  const { node, clock } = await start('cut off', overWire);
  wire.cut();
  clock.advance(leaseMs);
  expect(node.isAlive).toBe(false);
  wire.heal();
  const beats = async () => {
    clock.advance(beatMs);
    return node.isAlive;
  };
  await expect.poll(beats, patience).toBe(true);
  expect(await node.take(await aBoard(db))).not.toBeNull();
});

it('keeps its people while there is nobody who could take its rooms', async () => {
  const { node, clock, past } = await start('alone', overWire);
  const lease = await node.take(await aBoard(db));
  wire.cut();
  clock.advance(10 * leaseMs);
  expect([lease?.holds(), past.count]).toEqual([true, 0]);
});

it.each([-1, 1])('does not care when the wall clock jumps by %i years', async (years) => {
  await start('other');
  const { node, past } = await start('one');
  const lease = await node.take(await aBoard(db));
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + years * 366 * 24 * 3_600_000);
  const [row] = await db.syncNode.findMany({ where: { id: node.id } });
  expect([lease?.holds(), past.count]).toEqual([true, 0]);
  const { node: late } = await start('late');
  const [own] = await db.syncNode.findMany({ where: { id: late.id } });
  // Both by the database's clock, which has not jumped.
  expect(Math.abs(Number(own?.seenAt) - Number(row?.seenAt))).toBeLessThan(60_000);
});

it('says how loaded it is with each beat', async () => {
  const { node, clock, state } = await start('one');
  state.load = 0.75;
  const load = async () => {
    clock.advance(beatMs);
    return (await db.syncNode.findUniqueOrThrow({ where: { id: node.id } })).load;
  };
  await expect.poll(load, patience).toBe(0.75);
});

async function start(at: string, through: Db = db) {
  const clock = aClock();
  const [past, state] = [{ count: 0 }, { load: 0 }];
  const node = new SyncNode({
    db: through,
    clock,
    url: `/${at}`,
    load: () => state.load,
    onPast: () => {
      past.count += 1;
    },
    onError: () => undefined,
  });
  started.push(node);
  await node.start();
  return { node, clock, past, state };
}

/** Its time goes on when the test says so. */
function aClock() {
  let nowMs = 0;
  let waiting: { readonly atMs: number; readonly run: () => void }[] = [];
  const clock: Clock = {
    nowMs: () => nowMs,
    later: (ms, run) => void waiting.push({ atMs: nowMs + ms, run }),
    load: () => 0,
  };
  return {
    ...clock,
    get waiting() {
      return waiting.map(({ atMs }) => atMs - nowMs);
    },
    advance(ms: number) {
      nowMs += ms;
      const due = waiting.filter(({ atMs }) => atMs <= nowMs);
      waiting = waiting.filter(({ atMs }) => atMs > nowMs);
      for (const { run } of due) run();
    },
  };
}
