import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageTypes, readSaved } from '@pinpaint/board';
import { startEmbeddedPostgres } from '@pinpaint/db/embedded';
import { readVarUint, readVarUint8Array } from 'lib0/decoding';
import { writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import * as Y from 'yjs';
import { dialectOf, step1, step2, syncType, updateMessage } from './dialects.ts';
import { rest } from './ownProcess.ts';
import { type BenchServer, startServer } from './servers.ts';
import { WireClient } from './WireClient.ts';

export type Durability = { readonly kills: number; readonly acknowledged: number; readonly lost: number };

/** A server is killed at any moment after this. */
const [soonestMs, withinMs] = [150, 900];
const everyMs = 4;
const dialect = dialectOf('pinpaint');

/**
 * Somebody writes 250 times a second while their server is killed, again and again on one database; each time what
 * was acknowledged is looked for in what the next server tells.
 */
export async function measureDurability(kills: number, say: (line: string) => void): Promise<Durability> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pinpaint-kills-'));
  await chmod(dataDir, 0o711);
  const database = await startEmbeddedPostgres({ dataDir });
  if (!database.ok) throw new Error(`The database did not start: ${database.error.code}`);
  const promised = new Set<string>();
  let lost = 0;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const server = await startServer('pinpaint', { DATABASE_URL: database.value.url });
      const found = await keysIn(server);
      lost += [...promised].filter((key) => !found.has(key)).length;
      for (const key of await writeUntilKilled(server, kill)) promised.add(key);
      say(`killed ${kill + 1} times, ${promised.size} changes acknowledged, ${lost} lost`);
    }
    const server = await startServer('pinpaint', { DATABASE_URL: database.value.url });
    const found = await keysIn(server);
    lost += [...promised].filter((key) => !found.has(key)).length;
    await server.stop();
    return { kills, acknowledged: promised.size, lost };
  } finally {
    await database.value.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** @returns what was acknowledged */
async function writeUntilKilled(server: BenchServer, kill: number): Promise<readonly string[]> {
  const keys: string[] = [];
  let saved = 0;
  const client = new WireClient(server.url, (message) => {
    const decoder = dialect.read(message);
    if (readVarUint(decoder) === messageTypes.saved) saved = readSaved(decoder).messages;
  });
  await client.opened();
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => client.send(updateMessage(dialect, update)));
  const timer = setInterval(() => {
    const key = `${kill}-${keys.length}`;
    keys.push(key);
    doc.getMap('kept').set(key, true);
  }, everyMs);
  await rest(soonestMs + Math.random() * withinMs);
  await server.stop('SIGKILL');
  clearInterval(timer);
  client.close();
  return keys.slice(0, saved);
}

async function keysIn(server: BenchServer): Promise<ReadonlySet<string>> {
  const doc = new Y.Doc();
  const answered = Promise.withResolvers<void>();
  const client = new WireClient(server.url, (message) => {
    const decoder = dialect.read(message);
    if (readVarUint(decoder) !== syncType || readVarUint(decoder) !== step2) return;
    Y.applyUpdate(doc, readVarUint8Array(decoder));
    answered.resolve();
  });
  await client.opened();
  client.send(
    dialect.message((encoder) => {
      writeVarUint(encoder, syncType);
      writeVarUint(encoder, step1);
      writeVarUint8Array(encoder, Y.encodeStateVector(doc));
    }),
  );
  await answered.promise;
  client.close();
  return new Set(doc.getMap('kept').keys());
}
