import { openRoom } from '@pinpaint/actions';
import { aBoard, aStudio, openTestCtx, valueFrom } from '@pinpaint/actions/testing';
import { messageTypes, roomProtocol } from '@pinpaint/board';
import { createLog, createMetrics, freePort } from '@pinpaint/config';
import { createTestDatabase, openWire } from '@pinpaint/db/testing';
import type { BoardId, Role } from '@pinpaint/domain';
import { closeCodes, openAtMost, roomsPath } from '@pinpaint/rooms';
import { afterAll, expect, it } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { openSync } from './openSync.ts';

const { url } = await createTestDatabase();
const ctx = await openTestCtx(url);
const studio = await aStudio(ctx);
const { id } = await aBoard(ctx, studio);
const port = await freePort();
const here = `http://127.0.0.1:${port}`;
const sync = await openSync({
  config: {
    host: '127.0.0.1',
    port,
    publicUrl: here,
    rooms: { url: null, areHere: true, origins: [] },
    trustedProxies: 0,
  },
  databaseUrl: url,
  log: createLog({ logLevel: 'silent', name: 'sync' }),
  metrics: createMetrics(),
  // Who has not been answered in it is gone, so a busy machine must not sleep as long.
  pingMs: 3_000,
});
const wire = await openWire(here);
const patience = { timeout: 30_000 };
const screens: WebsocketProvider[] = [];
afterAll(async () => {
  for (const screen of screens) screen.destroy();
  wire.stop();
  await sync.stop();
  await ctx.stop();
});

it('whose line is gone without a word is let go: their cursors vanish, and their places are free again', async () => {
  const there = await open('director', here);
  const gone = await Promise.all(Array.from({ length: openAtMost }, () => open('artist', wire.url)));
  for (const [n, { awareness }] of gone.entries()) awareness.setLocalState({ cursor: { x: n, y: 0 } });
  const cursors = () => [...there.awareness.getStates().values()].filter((state) => 'cursor' in state).length;
  await expect.poll(cursors, patience).toBe(openAtMost);
  expect(await closeCodeOf('artist')).toBe(closeCodes.tooManySockets[0]);

  wire.cut();
  await expect.poll(cursors, patience).toBe(0);
  // They themselves have not heard of it yet.
  expect(gone.map(({ wsconnected }) => wsconnected)).not.toContain(false);
  await open('artist', here);
  expect(there.wsconnected).toBe(true);
});

async function open(role: Role, at: string): Promise<WebsocketProvider> {
  const provider = new WebsocketProvider(addressAt(at), `board/${id}`, new Y.Doc(), {
    protocols: [roomProtocol, await aPass(role)],
    disableBc: true,
  });
  for (const type of [messageTypes.saved, messageTypes.news, messageTypes.refused])
    provider.messageHandlers[type] = () => undefined;
  screens.push(provider);
  await expect.poll(() => provider.synced, patience).toBe(true);
  return provider;
}

async function closeCodeOf(role: Role): Promise<number> {
  const socket = new WebSocket(`${addressAt(here)}/board/${id}`, [roomProtocol, await aPass(role)]);
  return new Promise((resolve) => {
    socket.onclose = ({ code }) => resolve(code);
  });
}

function addressAt(at: string): string {
  return `${at.replace('http', 'ws').replace(/\/$/, '')}${roomsPath}`;
}

async function aPass(role: Role): Promise<string> {
  const { actor, token: secret } = studio.people[role];
  return valueFrom(await openRoom(ctx, actor, { boardId: id as BoardId, secret })).token;
}
