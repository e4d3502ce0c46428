import { readBoard, removeSticky, setSticky } from '@pinpaint/board';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { roomLimits } from './limits.ts';
import { heavyMessagesOf } from './testing/hostileMessages.ts';
import { openTestRoom, Scheduler, TestClient } from './testing/openTestRoom.ts';

const sticky = { x: 0, y: 0, width: 10, height: 10, text: 'note', colour: 'yellow' } as const;

describe('while the database is away', () => {
  it('nothing is acknowledged, everybody sees what is written, and it is kept once the database is back', async () => {
    const { scheduler, opened, writer, reader } = await aRoom();
    opened.store.mood = () => 'away';
    setSticky(writer.doc, 'meanwhile', sticky);
    await walk(scheduler, 200);
    expect([writer.saved, writer.sent, writer.closedFor]).toEqual([2, 3, null]);
    expect([...readBoard(reader.doc).stickies.keys()]).toEqual(['before', 'meanwhile']);
    opened.store.mood = () => 'well';
    await scheduler.settle();
    expect([writer.saved, writer.closedFor]).toEqual([3, null]);
    expect([...readBoard(opened.store.load()).stickies.keys()]).toEqual(['before', 'meanwhile']);
    expect(opened.backlog.bytes).toBe(0);
  });

  it('what was kept without anybody hearing of it is not taken for another’s', async () => {
    const { scheduler, opened, writer } = await aRoom();
    let tries = 0;
    opened.store.mood = () => {
      tries += 1;
      return tries < 4 ? 'unheard' : 'well';
    };
    removeSticky(writer.doc, 'before');
    setSticky(writer.doc, 'meanwhile', sticky);
    await scheduler.settle();
    expect([writer.saved, writer.sent, writer.closedFor]).toEqual([4, 4, null]);
    expect([...readBoard(opened.store.load()).stickies.keys()]).toEqual(['meanwhile']);
    expect(tries).toBeGreaterThan(4);
  });

  it('only so much waits; then changes are refused, the document is still told, and nothing is forgotten', async () => {
    const { scheduler, opened, writer, reader } = await aRoom();
    opened.store.mood = () => 'away';
    const text = 'x'.repeat(1024 * 1024);
    const ids = Array.from({ length: 20 }, (_, n) => `large ${n}`);
    for (const id of ids) {
      setSticky(writer.doc, id, { ...sticky, text });
      await walk(scheduler, 40);
    }
    expect([writer.isRefused, writer.closedFor, reader.isRefused]).toEqual([true, null, false]);
    expect(opened.backlog.bytes).toBeLessThanOrEqual(roomLimits.unkeptBytes);
    const late = new TestClient(scheduler, opened, { name: 'late', mayWrite: false });
    await walk(scheduler, 40);
    expect(readBoard(late.doc)).toEqual(readBoard(opened.room.doc));
    expect(readBoard(late.doc).stickies.size).toBeGreaterThan(5);

    opened.store.mood = () => 'well';
    await scheduler.settle();
    expect([writer.closedFor, reader.closedFor]).toEqual(['keptAgain', null]);
    const back = new TestClient(scheduler, opened, { name: 'writer', doc: writer.doc });
    await scheduler.settle();
    expect(back.saved).toBe(back.sent);
    expect([...readBoard(opened.store.load()).stickies.keys()].sort()).toEqual(['before', ...ids].sort());
  });

  it('a room that everybody has left keeps what it has, once it can', async () => {
    const { scheduler, opened, writer } = await aRoom();
    opened.store.mood = () => 'away';
    setSticky(writer.doc, 'the last one', sticky);
    await walk(scheduler, 100);
    writer.leave();
    const closing = opened.log.close();
    await walk(scheduler, 100);
    opened.store.mood = () => 'well';
    await scheduler.settle();
    await closing;
    expect(opened.store.snapshot?.upto).toBe(2);
    expect(readBoard(opened.store.load()).stickies.has('the last one')).toBe(true);
  });
});

it('a snapshot that can’t be written leaves what it would have held', async () => {
  const { scheduler, opened, writer } = await aRoom();
  for (let n = 0; n < 250; n += 1) {
    setSticky(writer.doc, `s${n}`, sticky);
    // The disk has room for a row, and not for a whole document.
    opened.store.mood = () => (opened.store.updates.size > 100 && scheduler.random(2) ? 'away' : 'well');
    for (let at = 0; writer.saved < writer.sent && at < 1_000; at += 1) await scheduler.step();
  }
  opened.store.mood = () => 'well';
  await scheduler.settle();
  expect(readBoard(opened.store.load()).stickies.size).toBe(251);
});

async function aRoom() {
  const scheduler = new Scheduler(5);
  const opened = openTestRoom(scheduler);
  const writer = new TestClient(scheduler, opened, { name: 'writer' });
  const reader = new TestClient(scheduler, opened, { name: 'reader' });
  setSticky(writer.doc, 'before', sticky);
  await scheduler.settle();
  return { scheduler, opened, writer, reader };
}

/** A database that is away is tried again for ever, so nothing settles. */
async function walk(scheduler: Scheduler, steps: number): Promise<void> {
  for (let n = 0; n < steps; n += 1) await scheduler.step();
}

it('a board that is worked on all day is as full as what is on it, not as all that was done', async () => {
  const { scheduler, opened, writer } = await aRoom();
  const times = 1 + roomLimits.documentBytes / (1024 * 1024);
  for (let n = 0; n < times; n += 1) {
    setSticky(writer.doc, 'large', { ...sticky, text: `${n}`.padEnd(1024 * 1024) });
    await scheduler.settle();
  }
  expect([writer.closedFor, writer.saved]).toEqual([null, writer.sent]);
  expect(Y.encodeStateAsUpdate(opened.room.doc).length).toBeLessThan(2 * 1024 * 1024);
});

it('what is said again and again makes no board full, for whoever else works on it', async () => {
  const { scheduler, opened, writer } = await aRoom();
  const repeats = new TestClient(scheduler, opened, { name: 'repeats' });
  const times = roomLimits.documentBytes / 2 ** 20;
  for (const message of heavyMessagesOf(new Y.Doc(), { bytes: 2 ** 20, times })) repeats.send(message);
  await scheduler.settle();
  setSticky(writer.doc, 'large', { ...sticky, text: 'x'.repeat(2 ** 20) });
  await scheduler.settle();
  expect([repeats.closedFor, writer.closedFor, writer.saved]).toEqual([null, null, writer.sent]);
});

it('a board that is full takes nothing more, and is there to be looked at', async () => {
  const { scheduler, opened, writer, reader } = await aRoom();
  for (let n = 0; !writer.closedFor; n += 1) {
    setSticky(writer.doc, `large ${n}`, { ...sticky, text: 'x'.repeat(1024 * 1024) });
    await scheduler.settle();
  }
  expect([writer.closedFor, reader.closedFor]).toEqual(['documentFull', null]);
  const { length } = Y.encodeStateAsUpdate(opened.room.doc);
  expect([length > 31 * 1024 * 1024, length <= roomLimits.documentBytes]).toEqual([true, true]);
  expect(readBoard(reader.doc)).toEqual(readBoard(opened.room.doc));

  const tidy = new TestClient(scheduler, opened, { name: 'tidy' });
  await scheduler.settle();
  removeSticky(tidy.doc, 'large 1');
  await scheduler.settle();
  expect(tidy.closedFor).toBeNull();
  expect(readBoard(reader.doc).stickies.has('large 1')).toBe(false);
});

it('what can’t be written at all closes the room, and nothing else of the process', async () => {
  const { scheduler, opened, writer } = await aRoom();
  // Two of them, since one alone is written as it is.
  for (const first of [9, 8]) opened.log.add(Uint8Array.of(first, 9, 9));
  await scheduler.settle();
  expect([writer.closedFor, opened.backlog.bytes]).toEqual(['serverFault', 0]);
});

it('takes nothing more from what waits in the process once another owner has the board', async () => {
  const { scheduler, opened, writer } = await aRoom();
  opened.store.take();
  setSticky(writer.doc, 'meanwhile', sticky);
  await scheduler.settle();
  expect(writer.closedFor).not.toBeNull();
  setSticky(opened.room.doc, 'of the server’s own', sticky);
  opened.room.settle();
  expect(opened.backlog.bytes).toBe(0);
});
