import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRoom } from '@pinpaint/actions';
import { aBoard, aStudio, openTestCtx, valueFrom } from '@pinpaint/actions/testing';
import { messageTypes, readBoard, readSaved, roomProtocol, setSticky } from '@pinpaint/board';
import { freePort } from '@pinpaint/config';
import type { BoardId } from '@pinpaint/domain';
import { roomsPath } from '@pinpaint/rooms';
import { afterEach, expect, it } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { OwnDatabase } from './testing/ownDatabase.ts';
import { listening, startSync } from './testing/startSync.ts';

const patience = { timeout: 60_000 };
/** What writes a change every few milliseconds. */
const everyMs = 5;
/** What a screen sends when it joins is counted like a change. */
const helloMessages = 1;
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

it.each([
  ['stopped', (database: OwnDatabase) => database.stop()],
  ['killed', (database: OwnDatabase) => database.kill()],
])('a database that is %s and started again under load costs nobody anything', async (_, away) => {
  const database = await OwnDatabase.open(await aFolder());
  ending.push(() => database.stop());
  const { server, writer, reader, load } = await aRoomUnderLoad(database);
  for (let times = 0; times < 2; times += 1) {
    await expect.poll(() => writer.saved(), patience).toBeGreaterThan(50 * (times + 1));
    await away(database);
    const written = load.count();
    // Nothing written from here on is said to be kept, though what was kept just before may be said late;
    // and everybody still sees what is written.
    await expect.poll(() => reader.count(), patience).toBeGreaterThan(written + 50);
    expect(writer.saved()).toBeLessThanOrEqual(written + helloMessages);
    await database.start();
    await expect.poll(() => writer.saved(), patience).toBeGreaterThan(written + 50);
  }
  expect([writer.closes(), reader.closes()]).toEqual([0, 0]);
  await expectAllKept({ database, server, writer, load });
});

const whyNoDisk = tryDisk();
if (whyNoDisk !== null)
  console.error(
    `NOT TESTED: a database whose disk is full, since no small disk can be made here: ${whyNoDisk}`,
  );

it.skipIf(whyNoDisk !== null)('nor does one whose disk is full', async () => {
  const folder = await aFolder();
  mountDisk(folder);
  ending.push(() => unmountDisk(folder));
  const database = await OwnDatabase.open(folder);
  ending.push(() => database.stop());
  const { server, writer, load } = await aRoomUnderLoad(database);
  await expect.poll(() => writer.saved(), patience).toBeGreaterThan(50);
  const ballast = join(folder, 'ballast');
  await writeFile(ballast, Buffer.alloc(160 * 1024 * 1024)).catch(() => undefined);
  load.grow(2_000);
  let last = -1;
  const isStuck = () => {
    const isSame = writer.saved() === last;
    last = writer.saved();
    return isSame && last < load.count();
  };
  await expect.poll(isStuck, { ...patience, interval: 1_500 }).toBe(true);
  load.grow(10);
  await rm(ballast);
  await database.revive();
  await expectAllKept({ database, server, writer, load });
});

function mountDisk(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=0711', 'tmpfs', folder], { stdio: 'pipe' });
}

function unmountDisk(folder: string): void {
  execFileSync('umount', ['-l', folder]);
}

/** @returns why this machine makes none: nobody but root may, and not in every container; null: it does */
function tryDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'pinpaint-disk-'));
  try {
    mountDisk(folder);
    unmountDisk(folder);
    return null;
  } catch (error) {
    return String(error).trim();
  } finally {
    rmdirSync(folder);
  }
}

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pinpaint-away-'));
  ending.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function aRoomUnderLoad(database: OwnDatabase) {
  const ctx = await openTestCtx(database.url);
  const studio = await aStudio(ctx);
  const { id } = await aBoard(ctx, studio);
  const { actor, token: secret } = studio.people.artist;
  const passes = await Promise.all(
    [1, 2].map(async () => valueFrom(await openRoom(ctx, actor, { boardId: id as BoardId, secret })).token),
  );
  await ctx.stop();
  const port = await freePort();
  const server = startSync({ DATABASE_URL: database.url, PORT: String(port) });
  ending.push(() => server.kill('SIGKILL'));
  await listening(server);
  const address = `ws://127.0.0.1:${port}${roomsPath}`;
  const [writer, reader] = passes.map((pass) => aScreen(address, { boardId: id, pass }));
  if (!writer || !reader) throw new Error('There are two');
  await expect.poll(() => writer.isThere() && reader.isThere(), patience).toBe(true);
  return { server, writer, reader, load: writeSteadily(writer.doc) };
}

function aScreen(address: string, { boardId, pass }: { readonly boardId: string; readonly pass: string }) {
  const doc = new Y.Doc();
  const protocols = [roomProtocol, pass];
  const provider = new WebsocketProvider(address, `board/${boardId}`, doc, { protocols, disableBc: true });
  ending.push(() => provider.destroy());
  let [saved, closes] = [0, 0];
  provider.messageHandlers[messageTypes.saved] = (_, decoder) => {
    saved = readSaved(decoder).messages;
  };
  provider.messageHandlers[messageTypes.news] = () => undefined;
  provider.messageHandlers[messageTypes.refused] = () => undefined;
  provider.on('connection-close', () => {
    closes += 1;
  });
  const count = () => readBoard(doc).stickies.size;
  return { doc, isThere: () => provider.synced, saved: () => saved, closes: () => closes, count };
}

function writeSteadily(doc: Y.Doc) {
  let [count, length] = [0, 10];
  const timer = setInterval(() => {
    const place = { x: 0, y: 0, width: 10, height: 10, colour: 'yellow' } as const;
    setSticky(doc, `${count}`, { ...place, text: 'x'.repeat(length) });
    count += 1;
  }, everyMs);
  const stop = () => clearInterval(timer);
  ending.push(stop);
  const grow = (to: number) => {
    length = to;
  };
  return { count: () => count, grow, stop };
}

type Under = Awaited<ReturnType<typeof aRoomUnderLoad>>;

/** All that was written, in what is read after the server's death. */
async function expectAllKept({
  database,
  server,
  writer,
  load,
}: Pick<Under, 'server' | 'writer' | 'load'> & { readonly database: OwnDatabase }): Promise<void> {
  load.stop();
  // What is kept is told by where the log is, on whichever connection.
  const ctx = await openTestCtx(database.url);
  ending.push(() => ctx.stop());
  const kept = async () => {
    const doc = new Y.Doc();
    for (const { state } of await ctx.db.boardSnapshot.findMany()) Y.applyUpdate(doc, state);
    for (const { update } of await ctx.db.boardUpdate.findMany({ orderBy: { seq: 'asc' } }))
      Y.applyUpdate(doc, update);
    return readBoard(doc).stickies.size;
  };
  await expect.poll(kept, { ...patience, interval: 500 }).toBe(load.count());
  server.kill('SIGKILL');
  await once(server, 'exit');
  expect(await kept()).toBe(writer.count());
}
