import { readBoard, setSticky } from '@pinpaint/board';
import * as Y from 'yjs';
import { hostileMessage } from './hostileMessages.ts';
import { openTestRoom, Scheduler, TestClient } from './openTestRoom.ts';

const sticky = { x: 0, y: 0, width: 10, height: 10, text: 'note', colour: 'yellow' } as const;
/** A room grows by what happens to be a change. */
const inputsARoom = 200;
const messagesAtMost = 4;

/**
 * Somebody hostile comes into a room with a few messages, again and again, while two others are there.
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
  const opened = openTestRoom(scheduler);
  const good = new TestClient(scheduler, opened, { name: 'good' });
  const looker = new TestClient(scheduler, opened, { name: 'looker', mayWrite: false });
  setSticky(good.doc, 'before', sticky);
  await scheduler.settle();
  const wrongs: string[] = [];
  for (let n = 0; n < inputs && wrongs.length === 0; n += 1) {
    const bad = new TestClient(scheduler, opened, { name: `bad ${n}`, doc: new Y.Doc() });
    for (let left = 1 + scheduler.random(messagesAtMost); left > 0; left -= 1)
      bad.send(hostileMessage(scheduler, opened.room.doc));
    await scheduler.settle();
    bad.leave();
    for (const { name, closedFor } of [good, looker])
      if (closedFor) wrongs.push(`seed ${seed}, input ${n}: ${name} was closed for ${closedFor}`);
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

function sayDoc(doc: Y.Doc): string {
  const vector = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
  const board = Object.values(readBoard(doc)).map((part) => [...part].sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify([vector, board]);
}
