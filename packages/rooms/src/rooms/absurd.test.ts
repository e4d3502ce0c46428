import { readBoard, setSticky } from '@pinpaint/board';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { roomLimits } from './limits.ts';
import { deepNest, nestOneByOne, updateOf, valueUpdate } from './testing/absurd.ts';
import { openTestRoom, Scheduler, TestClient } from './testing/openTestRoom.ts';

const sticky = { x: 0, y: 0, width: 10, height: 10, text: 'note', colour: 'yellow' } as const;
const gc = (length: number) => [0, length];
const deep = roomLimits.valueDepth + 2;
const large = 2 ** 50;

it.each<[string, readonly Uint8Array[]]>([
  ['types within types', [deepNest().nest]],
  ['types within types, one after the other', nestOneByOne(roomLimits.typeDepth + 8)],
  ['types that lie within themselves', [aCircle()]],
  ['types that hang on nothing', nestOneByOne(5).slice(2)],
  ['a clock near the end of numbers', [updateOf([{ client: 5, clock: 0, structs: [gc(large)] }])]],
  ['one that starts there', [updateOf([{ client: 5, clock: large, structs: [gc(1)] }])]],
  ['more clients than a studio has people', [updateOf(manyClients())]],
  [
    'more parts than a board',
    [updateOf([{ client: 5, clock: 0, structs: Array.from({ length: 100_001 }, () => gc(1)) }])],
  ],
  [
    'a list within a list within a list',
    [valueUpdate(5, 8, [1, ...Array.from({ length: deep * 2 }, (_, n) => (n % 2 ? 1 : 117)), 126])],
  ],
  ['the same as JSON', [valueUpdate(5, 5, [200, 1, ...'['.repeat(100), ...']'.repeat(100)].map(codeOf))]],
  ['a deletion of nothing that is not there yet', [Uint8Array.from([0, 1, 5, 1, 7, 0])]],
  ['a part of no length', [updateOf([{ client: 5, clock: 0, structs: [gc(0)] }])]],
  ['documents within the document', [valueUpdate(5, 9, [1, 120, 118, 0])]],
])('costs its sender alone: %s', async (_, updates) => {
  const scheduler = new Scheduler(1);
  const opened = openTestRoom(scheduler);
  const good = new TestClient(scheduler, opened, { name: 'good' });
  const bad = new TestClient(scheduler, opened, { name: 'bad' });
  setSticky(good.doc, 'before', sticky);
  await scheduler.settle();
  for (const update of updates) {
    bad.sendUpdate(update);
    await scheduler.settle();
  }
  setSticky(good.doc, 'after', sticky);
  await scheduler.settle();
  expect([bad.closedFor, good.closedFor, good.saved]).toEqual(['badShape', null, good.sent]);
  const late = new TestClient(scheduler, opened, { name: 'late' });
  await scheduler.settle();
  for (const { doc } of [good, late, { doc: opened.store.load() }])
    expect([...readBoard(doc).stickies.keys()].sort()).toEqual(['after', 'before']);
});

it('does not count on what a message says there is', async () => {
  const scheduler = new Scheduler(1);
  const opened = openTestRoom(scheduler);
  const bad = new TestClient(scheduler, opened, { name: 'bad' });
  bad.sendUpdate(valueUpdate(5, 8, [255, 255, 255, 255, 255, 255, 255, 7]));
  await scheduler.settle();
  expect(bad.closedFor).toBe('badMessage');
});

it('takes types within types as far as somebody may need them, and lets them be deleted', async () => {
  const scheduler = new Scheduler(1);
  const opened = openTestRoom(scheduler);
  const client = new TestClient(scheduler, opened, { name: 'a' });
  await scheduler.settle();
  let at: Y.Map<unknown> = client.doc.getMap('nest');
  for (let n = 0; n < roomLimits.typeDepth; n += 1) {
    const inner = new Y.Map<unknown>();
    at.set('in', inner);
    at = inner;
  }
  await scheduler.settle();
  const late = new TestClient(scheduler, opened, { name: 'late' });
  await scheduler.settle();
  client.doc.getMap('nest').delete('in');
  await scheduler.settle();
  expect([client.closedFor, client.saved]).toEqual([null, client.sent]);
  expect([late.doc, opened.store.load()].map((doc) => doc.getMap('nest').toJSON())).toEqual([{}, {}]);
});

function manyClients() {
  return Array.from({ length: roomLimits.messageClients + 1 }, (_, n) => ({
    client: n + 5,
    clock: 0,
    structs: [gc(1)],
  }));
}

/** Two maps, each of which says that it lies in the other. */
function aCircle(): Uint8Array {
  return updateOf([
    {
      client: 5,
      clock: 0,
      structs: [
        [7, 0, 5, 1, 1],
        [7, 0, 5, 0, 1],
      ],
    },
  ]);
}

function codeOf(one: string | number): number {
  return typeof one === 'string' ? one.charCodeAt(0) : one;
}
