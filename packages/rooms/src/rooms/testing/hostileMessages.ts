import { messageTypes } from '@pinpaint/board';
import { encode, writeUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import * as Y from 'yjs';
import { presenceMessage } from '../presence.ts';
import { deepNest, updateOf } from './absurd.ts';
import { aDoc } from './aDoc.ts';
import type { Scheduler } from './openTestRoom.ts';

/** What somebody sends who means no good, or whose program is broken: as far from a real message as the seed has it. */
export function hostileMessage(scheduler: Scheduler, doc: Y.Doc): Uint8Array {
  const makers = [realMessage, realMessage, strangeUpdate, strangeUpdate, patchwork, ownPresence];
  const make = makers[scheduler.random(makers.length)] ?? realMessage;
  const message = make(scheduler, doc);
  return scheduler.random(3) === 0 ? message : spoil(scheduler, message);
}

/** A large part of a board that was made and replaced long ago: said again and again, it changes nothing. */
export function heavyMessagesOf(
  doc: Y.Doc,
  { bytes, times }: { readonly bytes: number; readonly times: number },
): readonly Uint8Array[] {
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getMap('x').set('heavy', 'x'.repeat(bytes));
  doc.getMap('x').delete('heavy');
  const [made, removed] = updates.map((update) => sync(2, update));
  if (!made || !removed) return [];
  return [made, removed, ...Array.from({ length: times }, () => made)];
}

function realMessage(scheduler: Scheduler, doc: Y.Doc): Uint8Array {
  const step = scheduler.random(3);
  const body = step === 0 ? Y.encodeStateVector(doc) : Y.encodeStateAsUpdate(doc);
  return sync(step, body);
}

/** Made by Yjs, of every kind of thing there is, and sent without some of its parts, twice, or as somebody else's. */
function strangeUpdate(scheduler: Scheduler, { clientID }: Y.Doc): Uint8Array {
  const own = aDoc(scheduler);
  if (scheduler.random(4) === 0) own.clientID = clientID;
  if (scheduler.random(8) === 0) own.clientID = 2 ** 31 + scheduler.random(2 ** 31);
  const updates: Uint8Array[] = [];
  own.on('update', (update: Uint8Array) => updates.push(update));
  for (let n = 1 + scheduler.random(12); n > 0; n -= 1) doSomethingStrange(scheduler, own);
  const some = updates.filter(() => scheduler.random(4) > 0);
  return sync(1 + scheduler.random(2), some.length > 0 ? Y.mergeUpdates(some) : Y.encodeStateAsUpdate(own));
}

function doSomethingStrange(scheduler: Scheduler, doc: Y.Doc): void {
  const names = ['stickies', 'drawings', 'frames', 'x'];
  const name = names[scheduler.random(names.length)] ?? 'x';
  const key = `${scheduler.random(4)}`;
  const inner = [new Y.Map<unknown>(), new Y.Array<unknown>(), new Y.Text('text'), new Y.XmlElement('p')];
  const at = scheduler.random(3);
  const deeds = [
    () => doc.getMap(name).set(key, aValue(scheduler, 3)),
    () => doc.getMap(name).set(key, inner[scheduler.random(inner.length)]),
    () => doc.getMap(name).delete(key),
    () =>
      doc.getArray('list').insert(0, [aValue(scheduler, 2) ?? null, inner[scheduler.random(inner.length)]]),
    () => doc.getArray('list').delete(0, Math.min(at, doc.getArray('list').length)),
    () => doc.getText('text').insert(0, 'été 🎨', { bold: true }),
    () => doc.getText('text').insertEmbed(0, { image: 'x' }),
    () => doc.getText('text').delete(0, Math.min(at, doc.getText('text').length)),
    () => Y.applyUpdate(doc, deepNest(scheduler.random(200), aDoc(scheduler)).nest),
    () => doc.getMap(name).set(key, new Y.Doc()),
  ];
  deeds[scheduler.random(deeds.length)]?.();
}

function aValue(scheduler: Scheduler, depth: number): unknown {
  const plain = [0, -1, 2 ** 53 - 1, 0.1, null, true, 'text', '\u0000', new Uint8Array(3), undefined];
  if (depth === 0 || scheduler.random(2)) return plain[scheduler.random(plain.length)];
  const inner = [aValue(scheduler, depth - 1), aValue(scheduler, depth - 1)];
  return scheduler.random(2) ? inner : { x: inner[0], length: inner[1] };
}

/** The format's own parts, put together as no encoder would. */
function patchwork(scheduler: Scheduler, { clientID }: Y.Doc): Uint8Array {
  const number = () => {
    const numbers = [0, 1, 2, 127, 128, 2 ** 31, 2 ** 40, 2 ** 52, clientID, scheduler.random(300)];
    return numbers[scheduler.random(numbers.length)] ?? 0;
  };
  const struct = () => [scheduler.random(256), ...Array.from({ length: scheduler.random(8) }, number)];
  const blocks = Array.from({ length: scheduler.random(4) }, () => ({
    client: number(),
    clock: scheduler.random(3),
    structs: Array.from({ length: scheduler.random(6) }, struct),
  }));
  return sync(1 + scheduler.random(2), updateOf(blocks));
}

function ownPresence(scheduler: Scheduler, { clientID }: Y.Doc): Uint8Array {
  const states = ['{}', 'null', '{"name":"x","personId":"y"}', '{', '[]', `{"a":"${'x'.repeat(5000)}"}`];
  const entry = () => ({
    clientId: scheduler.random(2) ? clientID : scheduler.random(2 ** 31),
    clock: scheduler.random(2 ** 31),
    state: states[scheduler.random(states.length)] ?? '{}',
  });
  return presenceMessage(Array.from({ length: scheduler.random(4) }, entry));
}

/** Some bytes others, gone, doubled or more of them; or another type. */
function spoil(scheduler: Scheduler, message: Uint8Array): Uint8Array {
  const bytes = [...message];
  for (let n = 1 + scheduler.random(4); n > 0; n -= 1) {
    const at = scheduler.random(bytes.length + 1);
    const count = scheduler.random(8);
    const deeds = [
      () => bytes.splice(at, 1, scheduler.random(256)),
      () => bytes.splice(at, 1, (bytes[at] ?? 0) ^ (1 << scheduler.random(8))),
      () => bytes.splice(at, count),
      () => bytes.splice(at, 0, ...bytes.slice(at, at + count)),
      () => bytes.splice(at, 0, ...Array.from({ length: count }, () => scheduler.random(256))),
      () => bytes.splice(at),
      () => bytes.splice(0, 1, scheduler.random(6)),
    ];
    deeds[scheduler.random(deeds.length)]?.();
  }
  return Uint8Array.from(bytes);
}

function sync(step: number, body: Uint8Array): Uint8Array {
  return encode((encoder) => {
    for (const n of [messageTypes.sync, step]) writeVarUint(encoder, n);
    if (body.length === 0) writeUint8Array(encoder, body);
    else writeVarUint8Array(encoder, body);
  });
}
