import {
  addDrawing,
  messageTypes,
  placeFrame,
  readBoard,
  removeSticky,
  setSticky,
  stickyColours,
} from '@pinpaint/board';
import { type FrameId, newId } from '@pinpaint/domain';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { roomLimits } from './limits.ts';
import { presenceMessage } from './presence.ts';
import { deepNest } from './testing/absurd.ts';
import { hostileRoom } from './testing/hostileRoom.ts';
import { openTestRoom, Scheduler, TestClient } from './testing/openTestRoom.ts';
import { entryOf, presenceHeard } from './testing/presenceHeard.ts';

const seeds = Array.from({ length: 40 }, (_, seed) => [seed + 1] as const);
const sticky = { x: 0, y: 0, width: 10, height: 10, text: 'note', colour: 'yellow' } as const;

describe('several clients', () => {
  it.each(seeds)('come to the same document, whatever arrives first (seed %i)', async (seed) => {
    const scheduler = new Scheduler(seed);
    const { room, store, clients, doAnything } = party(scheduler);
    for (let n = 0; n < 200; n += 1) {
      if (scheduler.random(2)) doAnything();
      else await scheduler.step();
    }
    await scheduler.settle();
    const all = [room.doc, ...clients.map(({ doc }) => doc), store.load()].map(readBoard);
    for (const one of all) expect(one).toEqual(all[0]);
    expect(all[0]?.stickies.size).toBeGreaterThan(0);
    expect(clients.map(({ saved }) => saved)).toEqual(clients.map(({ sent }) => sent));
  });

  it.each(seeds)('find after a crash all that was acknowledged (seed %i)', async (seed) => {
    const scheduler = new Scheduler(seed);
    const { store, clients } = party(scheduler);
    const kept = new Map<string, { readonly at: number; readonly id: string }[]>();
    for (const client of clients) kept.set(client.name, []);
    await scheduler.settle();
    const steps = 20 + scheduler.random(200);
    for (let n = 0; n < steps; n += 1) {
      const client = clients[scheduler.random(clients.length)];
      if (client && scheduler.random(2)) {
        const id = `${client.name} ${n}`;
        setSticky(client.doc, id, sticky);
        kept.get(client.name)?.push({ at: client.sent, id });
      } else await scheduler.step();
    }
    const survivors = readBoard(store.load()).stickies;
    for (const { name, saved } of clients) {
      const promised = kept.get(name)?.filter(({ at }) => at <= saved) ?? [];
      for (const { id } of promised) expect(survivors.has(id)).toBe(true);
    }
  });
});

it('lets somebody come back who goes on drawing before the server has what they drew on their way', async () => {
  const scheduler = new Scheduler(1);
  const opened = openTestRoom(scheduler);
  const client = new TestClient(scheduler, opened, { name: 'a' });
  await scheduler.settle();
  const own = new Y.Doc();
  const updates: Uint8Array[] = [];
  own.on('update', (update: Uint8Array) => updates.push(update));
  for (let n = 0; n < 200; n += 1) setSticky(own, `${n}`, sticky);
  // While the room was being opened they gathered in the socket.
  for (const update of updates.slice(100)) client.arrive(updateMessage(update));
  await scheduler.settle();
  for (const update of updates.slice(0, 100)) client.arrive(updateMessage(update));
  await scheduler.settle();
  expect([client.closedFor, client.saved]).toEqual([null, 201]);
  expect(readBoard(opened.room.doc).stickies.size).toBe(200);
});

it('acknowledges what only deletes, once that is kept', async () => {
  const scheduler = new Scheduler(1);
  const opened = openTestRoom(scheduler);
  const client = new TestClient(scheduler, opened, { name: 'a' });
  setSticky(client.doc, 's', sticky);
  await scheduler.settle();
  removeSticky(client.doc, 's');
  await scheduler.settle();
  expect([client.saved, client.sent]).toEqual([3, 3]);
  expect(readBoard(opened.store.load()).stickies.size).toBe(0);
});

it('closes for everybody when another server has written', async () => {
  const scheduler = new Scheduler(1);
  const mine = openTestRoom(scheduler);
  const other = openTestRoom(scheduler, { store: mine.store });
  const client = new TestClient(scheduler, mine, { name: 'a' });
  const looker = new TestClient(scheduler, mine, { name: 'b' });
  const elsewhere = new TestClient(scheduler, other, { name: 'c' });
  await scheduler.settle();
  setSticky(elsewhere.doc, 'c', sticky);
  await scheduler.settle();
  setSticky(client.doc, 'a', sticky);
  await scheduler.settle();
  expect([client.closedFor, looker.closedFor]).toEqual(['serverFault', 'serverFault']);
  expect([client.saved, elsewhere.closedFor]).toEqual([1, null]);
});

it('gives up a document that a change has torn, and keeps what it was before', async () => {
  const scheduler = new Scheduler(1);
  const { store } = openTestRoom(scheduler);
  const { nest, itsEnd } = deepNest();
  // As it could be written once.
  store.updates.set(1, nest);
  const opened = openTestRoom(scheduler, { store });
  const good = new TestClient(scheduler, opened, { name: 'good' });
  const bad = new TestClient(scheduler, opened, { name: 'bad' });
  setSticky(good.doc, 's', sticky);
  await scheduler.settle();
  bad.sendUpdate(itsEnd);
  await scheduler.settle();
  expect([good.closedFor, bad.closedFor]).toEqual(['serverFault', 'serverFault']);
  expect(Y.encodeStateAsUpdate(opened.store.load())).toEqual(Y.encodeStateAsUpdate(good.doc));
  const anew = openTestRoom(scheduler, { store: opened.store });
  const back = new TestClient(scheduler, anew, { name: 'back', doc: good.doc });
  setSticky(back.doc, 'again', sticky);
  await scheduler.settle();
  expect([...readBoard(anew.store.load()).stickies.keys()].sort()).toEqual(['again', 's']);
});

it('makes one state of many updates, and appends go on meanwhile', async () => {
  const scheduler = new Scheduler(7);
  const { store, ...opened } = openTestRoom(scheduler);
  const clock = { ms: 0 };
  const client = new TestClient(scheduler, { store, ...opened }, { name: 'a', nowMs: () => clock.ms });
  for (let n = 0; n < 300; n += 1) {
    setSticky(client.doc, `s${n}`, sticky);
    clock.ms += 20;
    while (client.saved < client.sent && (await scheduler.step()));
  }
  await scheduler.settle();
  expect(store.snapshot?.upto).toBeGreaterThanOrEqual(200);
  expect(store.updates.size).toBeLessThan(200);
  expect(readBoard(store.load()).stickies.size).toBe(300);
});

describe('what a client may not', () => {
  it('write, when it may only look: not by an update and not by a step 2', async () => {
    for (const step of [1, 2]) {
      const { scheduler, opened, good, bad } = hostileRoom({ mayWrite: false });
      setSticky(good.doc, 'g', sticky);
      await scheduler.settle();
      expect(readBoard(bad.doc)).toEqual(readBoard(good.doc));
      const forged = new Y.Doc();
      setSticky(forged, 'forged', sticky);
      const update = Y.encodeStateAsUpdate(forged);
      bad.send(Uint8Array.from([messageTypes.sync, step, ...lengthOf(update), ...update]));
      await scheduler.settle();
      expect([bad.closedFor, good.closedFor]).toEqual(['readOnly', null]);
      expect([...readBoard(opened.room.doc).stickies.keys()]).toEqual(['g']);
    }
  });

  it('ask for all again while it reads nothing of it', async () => {
    const { scheduler, bad, good } = hostileRoom();
    await scheduler.settle();
    bad.bufferedBytes = roomLimits.unreadBytes + 1;
    bad.askForAll();
    expect([bad.closedFor, good.closedFor]).toEqual(['slowReader', null]);
  });

  it('send changes without what they build on for ever, nor slow others with them', async () => {
    const { scheduler, opened, good, bad } = hostileRoom();
    await scheduler.settle();
    const missing = new Y.Doc();
    const updates: Uint8Array[] = [];
    missing.on('update', (update: Uint8Array) => updates.push(update));
    for (let n = 0; n < 200; n += 1) setSticky(missing, `${n}`, sticky);
    for (const update of updates.slice(1)) bad.sendUpdate(update);
    await scheduler.settle();
    expect([bad.closedFor, bad.saved, good.closedFor]).toEqual(['tooManyGaps', 1, null]);
    expect(opened.room.doc.store.pendingStructs).toBe(null);
  });

  it('flood the room', async () => {
    const { scheduler, bad, good } = hostileRoom();
    for (let n = 0; n < 1_000; n += 1) setSticky(bad.doc, 's', sticky);
    await scheduler.settle();
    expect([bad.closedFor, good.closedFor]).toEqual(['tooManyMessages', null]);
  });

  it.each(seeds)('stop anything by random bytes (seed %i)', async (seed) => {
    const scheduler = new Scheduler(seed);
    let opened = openTestRoom(scheduler);
    let good = new TestClient(scheduler, opened, { name: 'good' });
    setSticky(good.doc, 'before', sticky);
    await scheduler.settle();
    for (let n = 0; n < 100; n += 1) {
      const bad = new TestClient(scheduler, opened, { name: `bad ${n}` });
      bad.send(noise(scheduler, opened.room.doc));
      await scheduler.settle();
      bad.leave();
      if (!good.closedFor) continue;
      // A document that was torn is read anew, and who was sent away comes back with what they have.
      opened = openTestRoom(scheduler, { store: opened.store });
      good = new TestClient(scheduler, opened, { name: `good ${n}`, doc: good.doc });
    }
    setSticky(good.doc, 'after', sticky);
    await scheduler.settle();
    expect([good.closedFor, good.saved]).toEqual([null, good.sent]);
    // Spoilt bytes may happen to be a change, and then it is one for everybody.
    const all = [opened.store.load(), opened.room.doc, good.doc].map(readBoard);
    expect(all[0]?.stickies.has('after')).toBe(true);
    for (const one of all) expect(one).toEqual(all[0]);
  });
});

describe('a moment’s', () => {
  it('cursors are told together, and to the only one who moved not at all', async () => {
    const scheduler = new Scheduler(1);
    const opened = openTestRoom(scheduler);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => new TestClient(scheduler, opened, { name }));
    if (!a || !b || !c) throw new Error('There are three');
    await scheduler.settle();
    for (const client of [a, b]) client.arrive(presenceMessage([entryOf(client, 1, '{}')]));
    await scheduler.settle();
    a.arrive(presenceMessage([entryOf(a, 2, '{}')]));
    await scheduler.settle();
    const told = ({ heard }: TestClient) => heard.filter(([type]) => type === messageTypes.awareness).length;
    expect([a, b, c].map(told)).toEqual([1, 2, 2]);
    expect(presenceHeard(c)).toEqual([entryOf(a, 1, '{}'), entryOf(b, 1, '{}'), entryOf(a, 2, '{}')]);
  });

  it('changes are one row and one message, whoever they are from', async () => {
    const scheduler = new Scheduler(1);
    const opened = openTestRoom(scheduler);
    const clients = ['a', 'b', 'c'].map((name) => new TestClient(scheduler, opened, { name }));
    await scheduler.settle();
    const before = opened.store.updates.size;
    for (const client of clients.slice(0, 2)) {
      const own = new Y.Doc();
      setSticky(own, client.name, sticky);
      client.arrive(updateMessage(Y.encodeStateAsUpdate(own)));
    }
    await scheduler.settle();
    expect(opened.store.updates.size).toBe(before + 1);
    expect([...readBoard(clients[2]?.doc ?? opened.room.doc).stickies.keys()].sort()).toEqual(['a', 'b']);
  });
});

it('a slow reader misses cursors and nothing else, and hears where all are once it is through', async () => {
  const scheduler = new Scheduler(1);
  const opened = openTestRoom(scheduler);
  const mover = new TestClient(scheduler, opened, { name: 'mover' });
  const slow = new TestClient(scheduler, opened, { name: 'slow' });
  await scheduler.settle();
  slow.bufferedBytes = roomLimits.presenceBufferedBytes + 1;
  mover.send(presenceMessage([entryOf(mover, 1, '{}')]));
  setSticky(mover.doc, 's', sticky);
  await scheduler.settle();
  expect(presenceHeard(slow)).toEqual([]);
  expect(readBoard(slow.doc).stickies.size).toBe(1);
  slow.bufferedBytes = 0;
  const other = new TestClient(scheduler, opened, { name: 'other' });
  other.send(presenceMessage([entryOf(other, 1, '{}')]));
  await scheduler.settle();
  expect(presenceHeard(slow)).toEqual([entryOf(mover, 1, '{}'), entryOf(other, 1, '{}')]);
});

it('who joins is told what was deleted as well, from an answer that is kept until something changes', async () => {
  const scheduler = new Scheduler(1);
  const opened = openTestRoom(scheduler);
  const author = new TestClient(scheduler, opened, { name: 'author' });
  setSticky(author.doc, 'stays', sticky);
  setSticky(author.doc, 'goes', sticky);
  await scheduler.settle();
  const nothing = Y.encodeStateVector(new Y.Doc());
  const kept = opened.room.step2(nothing);
  expect(opened.room.step2(nothing)).toBe(kept);
  const late = new TestClient(scheduler, opened, { name: 'late', doc: copyOf(author.doc) });
  removeSticky(author.doc, 'goes');
  await scheduler.settle();
  expect(opened.room.step2(nothing)).not.toBe(kept);
  const last = new TestClient(scheduler, opened, { name: 'last' });
  await scheduler.settle();
  for (const { doc } of [late, last]) expect([...readBoard(doc).stickies.keys()]).toEqual(['stays']);
});

it('takes changes that came before what they build on, once that has come', async () => {
  const scheduler = new Scheduler(3);
  const opened = openTestRoom(scheduler);
  const client = new TestClient(scheduler, opened, { name: 'a' });
  await scheduler.settle();
  const offline = new Y.Doc();
  const updates: Uint8Array[] = [];
  offline.on('update', (update: Uint8Array) => updates.push(update));
  for (let n = 0; n < 5; n += 1) setSticky(offline, `${n}`, sticky);
  for (const update of updates.slice(1)) client.sendUpdate(update);
  await scheduler.settle();
  expect(client.saved).toBe(1);
  for (const update of updates.slice(0, 1)) client.sendUpdate(update);
  await scheduler.settle();
  expect([client.saved, client.sent]).toEqual([6, 6]);
  expect(readBoard(opened.store.load()).stickies.size).toBe(5);
});

it('is content with who holds a piece whose beginning nobody has any more', async () => {
  const scheduler = new Scheduler(1);
  const opened = openTestRoom(scheduler);
  const gone = new Y.Doc();
  const updates: Uint8Array[] = [];
  gone.on('update', (update: Uint8Array) => updates.push(update));
  for (const id of ['lost', 'piece']) setSticky(gone, id, sticky);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, updates[1] ?? new Uint8Array());
  const client = new TestClient(scheduler, opened, { name: 'a', doc });
  for (let n = 0; n < 50; n += 1) setSticky(doc, `${n}`, sticky);
  await scheduler.settle();
  expect([client.closedFor, client.saved]).toEqual([null, client.sent]);
  expect(readBoard(opened.store.load()).stickies.size).toBe(50);
});

function party(scheduler: Scheduler) {
  const opened = openTestRoom(scheduler);
  const clients = ['a', 'b', 'c'].map((name) => new TestClient(scheduler, opened, { name }));
  const frameIds = [newId<FrameId>(), newId<FrameId>()];
  const doAnything = () => {
    const { doc } = clients[scheduler.random(clients.length)] ?? opened.room;
    const id = `${scheduler.random(5)}`;
    const [x, y] = [scheduler.random(100), scheduler.random(100)];
    const colour = stickyColours[scheduler.random(stickyColours.length)] ?? 'grey';
    const frameId = frameIds[scheduler.random(2)];
    const deeds = [
      () => setSticky(doc, id, { ...sticky, x, y, colour }),
      () => setSticky(doc, `${id} stays`, { ...sticky, x, y, colour }),
      () => removeSticky(doc, id),
      () => addDrawing(doc, id, { points: [[x, y]], widthPx: 1, colour }),
      () => frameId && placeFrame(doc, frameId, { x, y, scale: 1 }),
    ];
    deeds[scheduler.random(deeds.length)]?.();
  };
  return { ...opened, clients, doAnything };
}

/** Bytes that get further than wholly random ones would: mostly the right first ones, or a real update with some spoilt. */
function noise(scheduler: Scheduler, doc: Y.Doc): Uint8Array {
  const bytes = (count: number) => Array.from({ length: count }, () => scheduler.random(256));
  if (scheduler.random(4) === 0) return Uint8Array.from(bytes(scheduler.random(200)));
  const real = scheduler.random(2) ? [...Y.encodeStateAsUpdate(doc)] : bytes(scheduler.random(120));
  for (let n = scheduler.random(4); n > 0; n -= 1)
    real[scheduler.random(real.length)] = scheduler.random(256);
  const head = scheduler.random(3) ? [messageTypes.sync, scheduler.random(3)] : [messageTypes.awareness];
  return Uint8Array.from([...head, ...lengthOf(real), ...real]);
}

function lengthOf({ length }: ArrayLike<number>): number[] {
  return length < 128 ? [length] : [(length & 127) | 128, length >> 7];
}

function updateMessage(update: Uint8Array): Uint8Array {
  return Uint8Array.from([messageTypes.sync, 2, ...lengthOf(update), ...update]);
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
