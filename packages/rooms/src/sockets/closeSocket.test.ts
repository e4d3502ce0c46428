import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { closeCodes } from './closeCodes.ts';
import { closeSocket, endOf } from './closeSocket.ts';
import { lineDeflate } from './lineOf.ts';

const http = createServer();
const server = new WebSocketServer({ noServer: true, perMessageDeflate: lineDeflate });
const heard: unknown[] = [];
const ended: Promise<WebSocket>[] = [];
http.on('upgrade', (request, stream, head) => {
  server.handleUpgrade(request, stream, head, (raw) => {
    raw.pause();
    raw.on('error', (error) => heard.push(error));
    raw.on('message', (data) => heard.push(data));
    ended.push(once(raw, 'close').then(() => raw));
    setImmediate(() => closeSocket(raw, stream, 'notAdmitted'));
  });
});
http.listen(0, '127.0.0.1');
await once(http, 'listening');
afterAll(() => {
  for (const client of server.clients) client.terminate();
  http.close();
});

it('who is refused is told why, and nothing of what they send is looked into', async () => {
  const { port } = http.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
  socket.on('open', () => {
    for (let n = 0; n < 100; n += 1) socket.send(Buffer.alloc(64 * 1024));
  });
  const [code] = await once(socket, 'close');
  expect(code).toBe(closeCodes.notAdmitted[0]);
  const raw = await ended[0];
  expect(raw && endOf(raw, 1006)).toEqual({ reason: 'notAdmitted', code });
  expect(heard).toEqual([]);
});
