import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { type ClientOptions, WebSocket, WebSocketServer } from 'ws';
import type { Line } from '../rooms/RoomMember.ts';
import { lineDeflate, lineOf } from './lineOf.ts';
import { Packet } from './Packet.ts';
import { SharedWindow } from './SharedWindow.ts';
import { sayStillHere } from './sayStillHere.ts';

const http = createServer();
const server = new WebSocketServer({ noServer: true, perMessageDeflate: lineDeflate });
const lines: Line[] = [];
http.on('upgrade', (request, stream, head) => {
  server.handleUpgrade(request, stream, head, (raw) => {
    lines.push(lineOf({ raw, stream, request }, () => raw.close()));
  });
});
http.listen(0, '127.0.0.1');
await once(http, 'listening');
afterAll(() => {
  for (const client of server.clients) client.terminate();
  http.close();
});

const offers: Readonly<Record<string, ClientOptions['perMessageDeflate']>> = {
  'what browsers offer': true,
  'no context between frames': { serverNoContextTakeover: true },
  'a smaller window than ours': { serverMaxWindowBits: 9 },
  nothing: false,
};

it('each program reads what a room tells it, whatever it has offered', async () => {
  const readers = Object.entries(offers).map(([name, perMessageDeflate]) => ({
    name,
    ...listen(perMessageDeflate),
  }));
  for (const { socket } of readers) await once(socket, 'open');
  const window = new SharedWindow();
  const told = Array.from({ length: 60 }, (_, n) => messageOf(n));
  for (const [n, message] of told.entries()) {
    const packet = n % 10 === 3 ? new Packet(message) : window.packet(message);
    for (const line of lines) line.send(packet);
  }
  for (const { name, heard } of readers)
    await expect.poll(() => heard, { message: name }).toEqual(told.map(String));
});

it('who has been told that we are still here reads what comes after', async () => {
  const { socket, heard } = listen(true);
  await once(socket, 'open');
  const line = lines.at(-1);
  const raw = [...server.clients].at(-1);
  if (!line || !raw) throw new Error('Nobody has come');
  const window = new SharedWindow();
  const told = [20, 21, 22].map(messageOf);
  for (const [n, message] of told.entries()) {
    line.send(window.packet(message));
    sayStillHere(raw);
    await expect.poll(() => heard.length).toBe(2 * (n + 1));
  }
  expect(heard.filter((_, at) => at % 2 === 0)).toEqual(told.map(String));
});

/** Of which some are too short to be deflated, and some longer than a small window. */
function messageOf(n: number): Buffer {
  return Buffer.from(
    Array.from(
      { length: 1 + ((n * 37) % 120) },
      (_, at) => `{"person":${at},"x":${(n * 7 + at) % 90}}`,
    ).join(),
  );
}

function listen(perMessageDeflate: ClientOptions['perMessageDeflate']) {
  const { port } = http.address() as AddressInfo;
  const heard: string[] = [];
  const socket = new WebSocket(`ws://127.0.0.1:${port}/`, { perMessageDeflate });
  socket.on('message', (data) => heard.push(String(data)));
  return { socket, heard };
}
