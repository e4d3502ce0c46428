import { performance } from 'node:perf_hooks';
import { readVarUint } from 'lib0/decoding';
import { writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import * as Y from 'yjs';
import { dialectOf, step1, step2, syncType, updateMessage } from './dialects.ts';
import { mark, rest, tell } from './ownProcess.ts';
import type { ServerName } from './servers.ts';
import { spreadOf } from './spread.ts';
import { WireClient } from './WireClient.ts';

type Joins = {
  readonly server: ServerName;
  readonly url: string;
  readonly shapes: number;
  readonly joins: number;
};

export type JoinFigures = {
  readonly wallSeconds: number;
  /** From the question to the whole answer. */
  readonly joinMs: ReturnType<typeof spreadOf>;
  /** Of one of them. */
  readonly bytes: number;
  readonly frames: number;
};

const shapesAMessage = 500;
const wish: Joins = JSON.parse(process.argv[2] ?? '');
const dialect = dialectOf(wish.server);
const nothing = dialect.message((encoder) => {
  writeVarUint(encoder, syncType);
  writeVarUint(encoder, step1);
  writeVarUint8Array(encoder, Y.encodeStateVector(new Y.Doc()));
});
await tell(run);

async function run(): Promise<JoinFigures> {
  const author = await enter(null);
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => author.send(updateMessage(dialect, update)));
  for (let n = 0; n < wish.shapes; n += shapesAMessage) {
    doc.transact(() => {
      for (let at = n; at < n + shapesAMessage; at += 1) doc.getMap('shapes').set(`shape-${at}`, shapeOf(at));
    });
    await rest(20);
  }
  await rest(3_000);
  // The first one warms what is kept of the answer, or nothing where nothing is kept.
  await join();
  mark();
  const startedAt = performance.now();
  const joins: Joined[] = [];
  for (let n = 0; n < wish.joins; n += 1) joins.push(await join());
  const wallSeconds = (performance.now() - startedAt) / 1000;
  mark();
  await rest(500);
  author.close();
  const { bytes = 0, frames = 0 } = joins.at(-1) ?? {};
  return { wallSeconds, joinMs: spreadOf(joins.map(({ ms }) => ms)), bytes, frames };
}

function shapeOf(at: number) {
  const style = { fill: '#e08a3c', stroke: '#1d1d1f', width: 2, dash: 'solid', opacity: 1 };
  return { id: `shape-${at}`, kind: 'rectangle', x: at * 3, y: at * 5, w: 120, h: 80, rotation: 0, style };
}

async function enter(onMessage: ((message: Uint8Array) => void) | null): Promise<WireClient> {
  const client = new WireClient(wish.url, onMessage);
  await client.opened();
  for (const message of dialect.hello) client.send(message);
  return client;
}

type Joined = { readonly ms: number; readonly bytes: number; readonly frames: number };

async function join(): Promise<Joined> {
  const answered = Promise.withResolvers<number>();
  const client = await enter((message) => {
    const decoder = dialect.read(message);
    if (readVarUint(decoder) === syncType && readVarUint(decoder) === step2)
      answered.resolve(performance.now());
  });
  const askedAt = performance.now();
  client.send(nothing);
  const ms = (await answered.promise) - askedAt;
  const { bytes, frames } = client;
  client.close();
  return { ms, bytes, frames };
}
