import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { openRoom } from '@pinpaint/actions';
import { aBoard, aStudio, openTestCtx, valueFrom } from '@pinpaint/actions/testing';
import { readBoard, roomProtocol, setSticky } from '@pinpaint/board';
import { freePort } from '@pinpaint/config';
import { createTestDatabase } from '@pinpaint/db/testing';
import type { BoardId } from '@pinpaint/domain';
import { roomsPath } from '@pinpaint/rooms';
import { afterAll, expect, it } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { listening, startSync } from './testing/startSync.ts';

const { url } = await createTestDatabase();
const ctx = await openTestCtx(url);
const studio = await aStudio(ctx);
const { id } = await aBoard(ctx, studio);
const port = await freePort();
const server = startSync({ DATABASE_URL: url, PORT: String(port), TRUSTED_PROXIES: '1' });
await listening(server);
const patience = { timeout: 30_000 };
const good = [await aScreen(), await aScreen()] as const;
let written = 0;
afterAll(async () => {
  for (const { provider } of good) provider.destroy();
  server.kill('SIGKILL');
  await ctx.stop();
});

const [text, binary, more, last, rsv1] = [1, 2, 0, 0x80, 0x40];
const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024)).subarray(0, -1);

it.each<[string, () => Promise<Buffer[]> | Buffer[]]>([
  [
    'frames said to be deflated before anybody is let in',
    () => [upgrade('nonsense'), frame(last | rsv1 | binary, Buffer.from([1, 2, 3]))],
  ],
  [
    'a frame that says it is deflated and is not',
    async () => [upgrade(await aPass()), frame(last | rsv1 | binary, Buffer.from([1, 2, 3]))],
  ],
  [
    '64 MB deflated to some kilobytes',
    async () => [upgrade(await aPass(), true), frame(last | rsv1 | binary, bomb)],
  ],
  ['a going on of nothing', async () => [upgrade(await aPass()), frame(last | more, Buffer.from([1]))]],
  [
    'a message within a message',
    async () => [
      upgrade(await aPass()),
      frame(binary, Buffer.from([0])),
      frame(last | text, Buffer.from('x')),
    ],
  ],
  [
    'a message in a thousand pieces that never ends',
    async () => [
      upgrade(await aPass()),
      frame(binary, Buffer.from([0])),
      ...Array.from({ length: 1_100 }, () => frame(more, Buffer.alloc(8 * 1024))),
    ],
  ],
  ['a frame without a mask', async () => [upgrade(await aPass()), Buffer.from([last | binary, 1, 0])]],
  [
    'a frame of more bytes than there are',
    async () => [
      upgrade(await aPass()),
      Buffer.from([last | binary, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255, 1, 2, 3, 4]),
    ],
  ],
  ['a text', async () => [upgrade(await aPass()), frame(last | text, Buffer.from('hello'))]],
  ['headers without end', () => [Buffer.from(`GET / HTTP/1.1\r\nX: ${'x'.repeat(200_000)}\r\n\r\n`)]],
  [
    'an upgrade that is none',
    () => [
      Buffer.from(
        `GET ${roomsPath}/board/${id} HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
      ),
    ],
  ],
  [
    'an upgrade to a room that is no room',
    () => [Buffer.from(upgrade('x').toString().replace(id, '../../x'))],
  ],
  [
    'an upgrade to nowhere whose end of the line stays open',
    () => [Buffer.from(upgrade('x').toString().replace(roomsPath, '/elsewhere'))],
  ],
  ['half a request, and then nothing', () => [Buffer.from('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')]],
])('%s costs its sender the connection, and nobody else anything', async (_, said) => {
  const bad = connect(port, '127.0.0.1');
  bad.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => bad.once('close', () => resolve()));
  bad.resume();
  for (const bytes of await said()) bad.write(bytes);
  await closed;
  await expectAllWell();
});

it('two hundred that only half open cost nobody anything either', async () => {
  const idle = Array.from({ length: 200 }, () => connect(port, '127.0.0.1'));
  for (const socket of idle) {
    socket.on('error', () => undefined);
    socket.write('GET ');
  }
  await expectAllWell();
  for (const socket of idle) socket.destroy();
});

it('one that hangs up in the middle of being refused does not end the server', async () => {
  for (let n = 0; n < 50; n += 1) {
    const bad = connect({ port, host: '127.0.0.1', noDelay: true });
    bad.on('error', () => undefined);
    await once(bad, 'connect');
    bad.write(upgrade('x').toString().replace(roomsPath, '/elsewhere'), () => bad.resetAndDestroy());
    await once(bad, 'close');
  }
  await expectAllWell();
});

it('from one address only so many may stand before the door, and once they have gone others may', async () => {
  const standing: Socket[] = [];
  const statusOf = async () => {
    // It does not hang up when it is told to go.
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    standing.push(socket);
    socket.on('error', () => undefined);
    // As our own proxy says of who is told to go and does not answer.
    socket.write(upgrade('nonsense').toString().replace('Host', 'X-Forwarded-For: 192.0.2.9\r\nHost'));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return Number(answer.toString().split(' ')[1]);
  };
  const fifty = () => Promise.all(Array.from({ length: 50 }, statusOf));
  await expect.poll(fifty, patience).toContain(429);
  await expectAllWell();
  (await aScreen()).provider.destroy();
  for (const socket of standing) socket.destroy();
  await expect.poll(statusOf, patience).toBe(101);
});

async function expectAllWell(): Promise<void> {
  const [writer, reader] = good;
  written += 1;
  setSticky(writer.doc, `${written}`, { x: 0, y: 0, width: 1, height: 1, text: 'x', colour: 'blue' });
  await expect.poll(() => readBoard(reader.doc).stickies.size, patience).toBe(written);
  expect([server.exitCode, ...good.map(({ closes }) => closes())]).toEqual([null, 0, 0]);
}

async function aPass(): Promise<string> {
  const { actor, token: secret } = studio.people.director;
  return valueFrom(await openRoom(ctx, actor, { boardId: id as BoardId, secret })).token;
}

async function aScreen() {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}${roomsPath}`, `board/${id}`, doc, {
    protocols: [roomProtocol, await aPass()],
    disableBc: true,
  });
  for (const type of [100, 101, 102]) provider.messageHandlers[type] = () => undefined;
  let closes = 0;
  provider.on('connection-close', () => {
    closes += 1;
  });
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  return { doc, provider, closes: () => closes };
}

function upgrade(token: string, deflates = false): Buffer {
  const lines = [
    `GET ${roomsPath}/board/${id} HTTP/1.1`,
    'Host: here',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Sec-WebSocket-Protocol: ${roomProtocol}, ${token}`,
    ...(deflates ? ['Sec-WebSocket-Extensions: permessage-deflate'] : []),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
}

/** As a client sends it, with a mask that changes nothing. */
function frame(first: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14);
  head[0] = first;
  head[1] = 0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127);
  if (head.length === 8) head.writeUInt16BE(length, 2);
  if (head.length === 14) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}
