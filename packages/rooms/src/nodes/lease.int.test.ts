import { createDb, type Tx } from '@pinpaint/db';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId } from '@pinpaint/domain';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { type BoardAt, BoardStore, loadBoard } from '../rooms/boardStore.ts';
import { LostLog } from '../rooms/LostLog.ts';
import { appendUpdate } from './appendUpdate.sql.ts';
import { releaseLease, takeLease } from './lease.sql.ts';
import { beat, removeNode } from './node.sql.ts';
import { aBoard } from './testing/aBoard.ts';

const { url } = await createTestDatabase();
const db = createDb(url);
const [one, other] = [newId() as string, newId() as string];
const patience = { timeout: 30_000 };
const held = { holds: () => true, giveUp: () => undefined, release: async () => undefined };
let at: BoardAt;
beforeEach(async () => {
  at = await aBoard(db);
  await alive(one);
  await alive(other);
});
afterAll(async () => {
  await db.$disconnect();
});

it('each taking raises the epoch, also after it was given back', async () => {
  const taking = { ...at, nodeId: one };
  expect([await takeLease(db, taking), await takeLease(db, taking)]).toEqual([1, 2]);
  await releaseLease(db, { ...taking, epoch: 2 });
  expect(await takeLease(db, { ...at, nodeId: other })).toBe(3);
});

it('a node that lives keeps its room, and one that is not heard loses it to whoever asks', async () => {
  await takeLease(db, { ...at, nodeId: one });
  expect(await takeLease(db, { ...at, nodeId: other })).toBeNull();
  await alive(one, -1);
  expect(await takeLease(db, { ...at, nodeId: other })).toBe(2);
});

it('a node that is gone leaves its rooms to anybody, and their epochs go on', async () => {
  await takeLease(db, { ...at, nodeId: one });
  await removeNode(db, one);
  expect(await takeLease(db, { ...at, nodeId: other })).toBe(2);
});

it('who gives back a room that another has taken changes nothing', async () => {
  const old = { ...at, nodeId: one, epoch: await taken(one) };
  await alive(one, -1);
  const epoch = await taken(other);
  await releaseLease(db, old);
  await append({ ...at, nodeId: other, epoch }, 1);
});

it('of two that take a room at once one gets it', async () => {
  const takings = await Promise.all([one, other].map((nodeId) => takeLease(db, { ...at, nodeId })));
  expect(takings.toSorted()).toEqual([1, null]);
});

it('nothing is appended or compacted under an older epoch', async () => {
  const old = { ...at, nodeId: one, epoch: await taken(one) };
  await append(old, 1);
  await alive(one, -1);
  const epoch = await taken(other);
  await expect(append(old, 2)).rejects.toThrow(LostLog);
  const store = new BoardStore(db, { ...at, lease: { ...held, ...old } });
  await expect(store.append(2, bytes(2), [])).rejects.toThrow(LostLog);
  await expect(store.compact(1, bytes(9))).rejects.toThrow(LostLog);
  await append({ ...at, nodeId: other, epoch }, 2);
  expect(await db.boardUpdate.count({ where: at })).toBe(2);
  expect(await db.boardSnapshot.count({ where: at })).toBe(0);
});

it('under a lease that its holder takes for over nothing is even tried', async () => {
  const epoch = await taken(one);
  const lease = { ...held, holds: () => false, nodeId: one, epoch };
  await expect(new BoardStore(db, { ...at, lease }).append(1, bytes(1), [])).rejects.toThrow(LostLog);
});

it('whoever takes a room waits for an append under way, and reads it', async () => {
  const old = { ...at, nodeId: one, epoch: await taken(one) };
  await alive(one, -1);
  const end = await begin((tx) => appendUpdate(tx, old, { seq: 1, update: bytes(0), people: [] }));
  const taking = takeLease(db, { ...at, nodeId: other });
  await waitingForALock();
  expect(await Promise.race([taking, 'still waiting'])).toBe('still waiting');
  await end('commit');
  expect(await taking).toBe(2);
  expect((await loadBoard(db, at)).seq).toBe(1);
});

it('an append that comes while the room is being taken waits, and is refused', async () => {
  const old = { ...at, nodeId: one, epoch: await taken(one) };
  await alive(one, -1);
  const end = await begin((tx) => takeLease(tx, { ...at, nodeId: other }));
  const refused = expect(append(old, 1)).rejects.toThrow(LostLog);
  await waitingForALock();
  await end('commit');
  await refused;
  expect(await db.boardUpdate.count({ where: at })).toBe(0);
});

it('an append goes on where a taking beside it came to nothing', async () => {
  const mine = { ...at, nodeId: one, epoch: await taken(one) };
  await alive(one, -1);
  const end = await begin((tx) => takeLease(tx, { ...at, nodeId: other }));
  const appending = append(mine, 1);
  await waitingForALock();
  await end('rollback');
  await appending;
  expect(await db.boardUpdate.count({ where: at })).toBe(1);
});

it('the same update once more is fine, another one in its place is not', async () => {
  const mine = { ...at, nodeId: one, epoch: await taken(one) };
  await append(mine, 1);
  await append(mine, 1);
  await expect(appendUpdate(db, mine, { seq: 1, update: bytes(7), people: [] })).rejects.toThrow(LostLog);
  expect(await db.boardUpdate.count({ where: at })).toBe(1);
});

it('counts the others that could take rooms', async () => {
  expect(await alive(one)).toBe(1);
  await db.syncNode.update({ where: { id: other }, data: { drainingAt: new Date() } });
  expect(await alive(one)).toBe(0);
  await removeNode(db, other);
});

function alive(id: string, leaseMs = 60_000): Promise<number> {
  return beat(db, { id, url: null, load: 0, leaseMs });
}

async function taken(nodeId: string): Promise<number> {
  const epoch = await takeLease(db, { ...at, nodeId });
  if (epoch === null) throw new Error('Somebody else has it');
  return epoch;
}

function append(held: Parameters<typeof appendUpdate>[1], seq: number): Promise<void> {
  return appendUpdate(db, held, { seq, update: bytes(seq), people: [] });
}

function bytes(n: number): Uint8Array {
  return Uint8Array.of(0, 0, n);
}

async function waitingForALock(): Promise<void> {
  const look = () => db.$queryRaw`
    SELECT 1 AS one FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  await expect.poll(look, patience).toEqual([{ one: 1 }]);
}

/** Does something in a transaction that stays open. @returns what ends it */
async function begin(work: (tx: Tx) => Promise<unknown>) {
  const [done, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<'commit' | 'rollback'>()];
  const transaction = db.$transaction(async (tx) => {
    await work(tx);
    done.resolve();
    if ((await ending.promise) === 'rollback') throw new Error('rolled back');
  });
  await done.promise;
  return async (how: 'commit' | 'rollback') => {
    ending.resolve(how);
    await transaction.catch(() => undefined);
  };
}
