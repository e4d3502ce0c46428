import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { openRoom } from '@pinpaint/actions';
import { aBoard, aProject, aStudio, openTestCtx, valueFrom } from '@pinpaint/actions/testing';
import { roomProtocol } from '@pinpaint/board';
import { freePort } from '@pinpaint/config';
import { createDb } from '@pinpaint/db';
import { createTestDatabase, openWire } from '@pinpaint/db/testing';
import { type BoardId, newId } from '@pinpaint/domain';
import { closeCodes, newsPath, newsProtocol, roomsPath } from '@pinpaint/rooms';
import { afterAll, expect, it } from 'vitest';
import { listening, type SyncEnv, startSync } from './testing/startSync.ts';

const { url } = await createTestDatabase();
const ctx = await openTestCtx(url);
const studio = await aStudio(ctx);
const started: ChildProcess[] = [];
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await ctx.stop();
});

it('is ready once it listens, tells news, and on SIGTERM sends everybody on and ends', async () => {
  const port = await freePort();
  const child = start({ DATABASE_URL: url, PORT: String(port) });
  const { nodeId } = await listening(child);
  expect(await ctx.db.syncNode.findMany({ select: { id: true } })).toEqual([{ id: nodeId }]);
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect([ready.status, (await fetch(`http://127.0.0.1:${port}/healthz`)).status]).toEqual([200, 200]);

  const protocols = [newsProtocol, studio.people.viewer.token];
  const socket = new WebSocket(`ws://127.0.0.1:${port}${newsPath}`, protocols);
  const first = message(socket);
  await once(socket, 'open');
  socket.send('{"after":0}');
  expect((await first).news.length).toBeGreaterThan(0);
  const next = message(socket);
  const project = await aProject(ctx, studio);
  expect((await next).news).toMatchObject([{ subject: 'project', id: project.id, kind: 'created' }]);

  // Listened for together: which of them comes first is not said.
  const [closed, ended] = [once(socket, 'close'), once(child, 'exit')];
  child.kill('SIGTERM');
  const [{ code }] = (await closed) as [CloseEvent];
  expect([code, await ended]).toEqual([1001, [0, null]]);
});

it('opens one room to anybody on this machine, and nothing to other machines', async () => {
  const port = await freePort();
  const own = await createTestDatabase();
  const env = { DATABASE_URL: own.url, HOST: '0.0.0.0', PORT: String(port) };
  const child = start(env, ['--open', 'bench']);
  expect(await listening(child)).toMatchObject({ host: '127.0.0.1', room: 'bench' });
  const codeOf = async (path: string) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`);
    const [{ code }] = (await once(socket, 'close')) as [CloseEvent];
    return code;
  };
  const greeted = (path: string) => once(new WebSocket(`ws://127.0.0.1:${port}${path}`), 'message');
  await Promise.all(['/bench', '/bench/2'].map(greeted));
  expect(await codeOf('/elsewhere')).toBe(closeCodes.notAdmitted[0]);
  // As a page would that is open in a browser here, or one whose name leads here.
  for (const headers of [{ origin: 'https://elsewhere.example' }, { host: `elsewhere.example:${port}` }])
    expect(await firstFrame(port, headers)).toEqual({ isClose: true, code: closeCodes.notAdmitted[0] });
  expect(await firstFrame(port, { origin: 'http://localhost:3000' })).toMatchObject({ isClose: false });
  // Who listened on all of its addresses would be here as well.
  await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow();
  child.kill('SIGKILL');
});

it('opens no board of a studio’s without a pass, whatever it is called', async () => {
  const board = await aBoard(ctx, studio);
  const { name } = await ctx.db.board.findUniqueOrThrow({ where: { id: board.id } });
  const port = await freePort();
  const child = start({ DATABASE_URL: url, PORT: String(port) }, ['--open', name]);
  await listening(child);
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${name}`);
  await once(socket, 'message');
  expect(await ctx.db.roomLease.count({ where: { boardId: board.id } })).toBe(0);
  child.kill('SIGKILL');
});

it('sends nobody to the open room, and takes nothing from who serves the pages’ own address', async () => {
  const own = await createTestDatabase();
  const db = createDb(own.url);
  const expiresAt = new Date(Date.now() + 3_600_000);
  const web = { id: newId(), url: null, load: 0.5, seenAt: new Date(), expiresAt };
  await db.syncNode.create({ data: web });
  const port = await freePort();
  const child = start({ DATABASE_URL: own.url, PORT: String(port) }, ['--open', 'bench']);
  await listening(child);
  await once(new WebSocket(`ws://127.0.0.1:${port}/bench`), 'message');
  // Whom people are sent to: those that stay.
  const staying = await db.syncNode.findMany({ where: { drainingAt: null }, select: { id: true } });
  expect(staying).toEqual([{ id: web.id }]);
  expect(await db.roomLease.count({ where: { nodeId: { not: web.id } } })).toBe(1);
  child.kill('SIGKILL');
  await db.$disconnect();
});

it('ends though its database is silent and a client does not hang up', async () => {
  const wire = await openWire(url);
  const port = await freePort();
  const child = start({ DATABASE_URL: wire.url, PORT: String(port) });
  await listening(child);
  const { boardId, token } = await aPass();
  const client = connect(port, '127.0.0.1');
  client.write(
    `GET ${roomsPath}/board/${boardId} HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n` +
      `Sec-WebSocket-Protocol: ${roomProtocol}, ${token}\r\n\r\n`,
  );
  client.resume();
  const leases = () => ctx.db.roomLease.count({ where: { boardId } });
  await expect.poll(leases, { timeout: 30_000 }).toBe(1);
  wire.cut();
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([1, null]);
  client.destroy();
  wire.stop();
});

it('ends when the process that started it is gone', async () => {
  const child = start({ DATABASE_URL: url, PORT: String(await freePort()) });
  await listening(child);
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('also where that goes while its database has not come yet', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const at = silent.address() as AddressInfo;
  const address = `postgres://nobody:none@127.0.0.1:${at.port}/nothing`;
  const child = start({ DATABASE_URL: address, PORT: String(await freePort()) });
  await once(silent, 'connection');
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
  silent.close();
});

it('says what is missing in one line', async () => {
  const child = start({});
  const [said, ending] = await Promise.all([
    text(child.stderr as NodeJS.ReadableStream),
    once(child, 'exit'),
  ]);
  expect(said).toBe('DATABASE_URL is needed: the room server has no database of its own.\n');
  expect(ending).toEqual([1, null]);
});

/** What comes first of a room, asked for with whatever headers; a browser's own socket sets them itself. */
async function firstFrame(port: number, headers: Readonly<Record<string, string>>) {
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': Buffer.alloc(16).toString('base64'),
  };
  const asking = get({ host: '127.0.0.1', port, path: '/bench', headers: { ...upgrade, ...headers } });
  const [, socket, head] = (await once(asking, 'upgrade')) as [unknown, Socket, Buffer];
  const frame = head.length > 0 ? head : ((await once(socket, 'data')) as [Buffer])[0];
  socket.destroy();
  return { isClose: frame[0] === 0x88, code: frame.readUInt16BE(2) };
}

function start(env: SyncEnv, options: readonly string[] = []): ChildProcess {
  const child = startSync(env, { options });
  started.push(child);
  return child;
}

async function aPass() {
  const { id } = await aBoard(ctx, studio);
  const { actor, token: secret } = studio.people.artist;
  const { token } = valueFrom(await openRoom(ctx, actor, { boardId: id as BoardId, secret }));
  return { boardId: id, token };
}

async function message(socket: WebSocket): Promise<{ news: object[] }> {
  const [{ data }] = (await once(socket, 'message')) as [MessageEvent<string>];
  return JSON.parse(data);
}
