import { readBoard, setSticky } from '@pinpaint/board';
import * as Y from 'yjs';
import { aDoc } from './aDoc.ts';
import { heavyMessagesOf, hostileMessage } from './hostileMessages.ts';
import { openTestRoom, Scheduler, TestClient, type TestRoom } from './openTestRoom.ts';
import { TestProcess } from './TestProcess.ts';

/** On all of their connections. */
const personId = 'hostile';

const sticky = { x: 0, y: 0, width: 10, height: 10, text: 'note', colour: 'yellow' } as const;
/** A room grows by what happens to be a change. */
const inputsARoom = 200;
const messagesAtMost = 4;
/** Now and then they send the same again and again: so many times, and of this size. */
const floodEvery = 40;
const floodMessages = 2_000;
const heavyEvery = 100;
const heavyMessages = 80;
const heavyBytes = 1024 * 1024;
/** Between two inputs, at most. */
const restMs = 500;

/**
 * Somebody hostile comes into a room with a few messages, or very many, again and again, while two of their studio are
 * there, and somebody of another studio is in another room of the same process.
 *
 * @returns what is wrong: somebody else's connection or the document has suffered
 */
export async function fuzzRoom({
  seed,
  inputs,
}: {
  seed: number;
  inputs: number;
}): Promise<readonly string[]> {
  const wrongs: string[] = [];
  for (let done = 0, room = 0; done < inputs; done += inputsARoom, room += 1) {
    const found = await fuzzOne(seed * 100_003 + room, Math.min(inputsARoom, inputs - done));
    wrongs.push(...found);
  }
  return wrongs;
}

async function fuzzOne(seed: number, inputs: number): Promise<readonly string[]> {
  const scheduler = new Scheduler(seed);
  const process = new TestProcess(scheduler);
  const opened = openTestRoom(scheduler, { process });
  const good = new TestClient(scheduler, opened, { name: 'good', doc: aDoc(scheduler) });
  const looker = new TestClient(scheduler, opened, { name: 'looker', mayWrite: false });
  const elsewhere = openTestRoom(scheduler, { process, studioId: 'another' });
  const stranger = new TestClient(scheduler, elsewhere, { name: 'stranger', doc: aDoc(scheduler) });
  setSticky(good.doc, 'before', sticky);
  await scheduler.settle();
  const wrongs: string[] = [];
  for (let n = 0; n < inputs && wrongs.length === 0; n += 1) {
    process.rest(scheduler.random(restMs));
    if (process.shares.mayEnter({ personId })) await sendHostile(scheduler, opened, n);
    for (const one of [good, stranger]) setSticky(one.doc, 'meanwhile', { ...sticky, x: n });
    await scheduler.settle();
    const others = [good, looker, stranger];
    wrongs.push(...others.flatMap(sayWrong).map((wrong) => `seed ${seed}, input ${n}: ${wrong}`));
  }
  setSticky(good.doc, 'after', sticky);
  const late = new TestClient(scheduler, opened, { name: 'late' });
  await scheduler.settle();
  if (good.saved !== good.sent) wrongs.push(`seed ${seed}: what came after was not kept`);
  if (opened.room.doc.store.pendingStructs) wrongs.push(`seed ${seed}: a gap is left`);
  const docs = [opened.room.doc, good.doc, looker.doc, late.doc, opened.store.load()];
  if (new Set(docs.map(sayDoc)).size > 1) wrongs.push(`seed ${seed}: not all have the same document`);
  return wrongs;
}

async function sendHostile(scheduler: Scheduler, opened: TestRoom, n: number): Promise<void> {
  const bad = new TestClient(scheduler, opened, { name: `bad ${n}`, personId, doc: aDoc(scheduler) });
  for (const message of hostileInput(scheduler, opened.room.doc)) bad.send(message);
  await scheduler.settle();
  bad.leave();
}

function hostileInput(scheduler: Scheduler, doc: Y.Doc): readonly Uint8Array[] {
  if (scheduler.random(heavyEvery) === 0)
    return heavyMessagesOf(aDoc(scheduler), { bytes: heavyBytes, times: heavyMessages });
  const some = Array.from({ length: 1 + scheduler.random(messagesAtMost) }, () =>
    hostileMessage(scheduler, doc),
  );
  const times = scheduler.random(floodEvery) === 0 ? scheduler.random(floodMessages) : 1;
  return Array.from({ length: times }, () => some).flat();
}

function sayWrong({ name, closedFor, saved, sent }: TestClient): string[] {
  if (closedFor) return [`${name} was closed for ${closedFor}`];
  return saved === sent ? [] : [`${name} was told of ${saved} of ${sent}`];
}

function sayDoc(doc: Y.Doc): string {
  const vector = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
  const board = Object.values(readBoard(doc)).map((part) => [...part].sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify([vector, board]);
}
