import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDb, writing } from '@pinpaint/db';
import { createTestDatabase } from '@pinpaint/db/testing';
import { err, genesisHash, newId, ok, type StudioId } from '@pinpaint/domain';
import { afterAll, afterEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { attachSockets, newsPath } from '../sockets/attachSockets.ts';
import { closeCodes } from '../sockets/closeCodes.ts';
import type { FeedReader } from './follow.ts';
import { openNewsFeed } from './newsFeed.ts';
import { serveNews } from './serveNews.ts';
import { type NewsMessage, newsProtocol } from './wire.ts';

const { url } = await createTestDatabase();
const db = createDb(url);
const feed = openNewsFeed(url, db);
await feed.ready;
const studioId = newId<StudioId>();
const actor = { kind: 'system', id: 'test' } as const;
const revoked = new Set<string>();

const news = serveNews({
  feed,
  admit: async (token) =>
    token.startsWith('good') ? ok(readerOf(token)) : err({ code: 'auth.invalid' as const }),
  publicOrigin: 'https://pinpaint.example.test',
  onError: (error) => {
    throw error;
  },
});
const server = createServer();
attachSockets(server, { news });
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}${newsPath}`;
await writing(
  db,
  {
    studioId,
    actor,
    found: async (tx) => {
      const ledgerHead = { create: { seq: 0, hash: genesisHash(studioId) } };
      await tx.studio.create({ data: { id: studioId, name: 'Studio', ledgerHead } });
    },
  },
  async () => ok(null),
);
const opened: WebSocket[] = [];
afterEach(() => {
  for (const socket of opened.splice(0)) socket.terminate();
});
afterAll(async () => {
  await news.stop();
  server.close();
  await feed.stop();
  await db.$disconnect();
});

it('tells what has changed, in the order it happened, and nothing of what', async () => {
  const screen = await open('good');
  const ids = [await change(), await change(), await change()];
  const heard = await screen.until((all) => all.length === 3);
  expect(heard).toEqual(ids.map(({ id, seq }) => ({ seq, subject: 'pin', id, kind: 'placed' })));
});

it('goes on after the last event a screen has seen', async () => {
  const before = await change();
  const missed = await change();
  const screen = await open('good', { after: before.seq });
  expect(await screen.until((all) => all.length === 1)).toMatchObject([{ id: missed.id }]);
});

it('closes at once for a token that is not good, or none', async () => {
  expect(await closeOf(connect('bad-token'))).toBe(closeCodes.notAdmitted[0]);
  expect(await closeOf(connect(null))).toBe(closeCodes.notAdmitted[0]);
});

it('closes when the reader loses their rights, with the next event at the latest', async () => {
  const screen = await open('good-but-leaving');
  // Listened for first: the socket may be closed before the change has come back from the database.
  const closed = closeOf(screen.socket);
  revoked.add('good-but-leaving');
  await change();
  expect(await closed).toBe(closeCodes.notAdmitted[0]);
});

it('lets a cookie count from our own pages only', async () => {
  const cookie = 'other=1; pinpaint_guest=good-guest';
  const foreign = connect(null, { cookie, origin: 'https://evil.example.test' });
  expect(await closeOf(foreign)).toBe(closeCodes.forbidden[0]);
  const ours = connect(null, { cookie, origin: 'https://pinpaint.example.test' });
  expect(await firstMessage(ours)).toMatchObject({ news: [] });
});

it.each([
  ['words', closeCodes.badMessage[0]],
  ['{"after":-1}', closeCodes.badMessage[0]],
  ['{"after":1e300}', closeCodes.badMessage[0]],
  ['x'.repeat(5_000), 1009],
])('does not take %.20s for a message', async (text, code) => {
  const socket = connect('good');
  await once(socket, 'open');
  socket.send(text);
  expect(await closeOf(socket)).toBe(code);
});

it('does not let a client talk on', async () => {
  const screen = await open('good');
  screen.socket.send('{"after":0}');
  expect(await closeOf(screen.socket)).toBe(closeCodes.tooManyMessages[0]);
});

it('lets one reader have twenty screens, whatever others have, and another once one is closed', async () => {
  const screens = [];
  for (let n = 0; n < 20; n += 1) screens.push(await open('good-reader'));
  expect(await closeOf(connect('good-reader'))).toBe(closeCodes.tooManySockets[0]);
  await open('good-other');
  screens[0]?.socket.close();
  const isLetIn = () => {
    const socket = connect('good-reader');
    return Promise.race([firstMessage(socket).then(() => true), closeOf(socket).then(() => false)]);
  };
  await expect.poll(isLetIn, { timeout: 30_000 }).toBe(true);
  expect(await closeOf(connect('good-reader'))).toBe(closeCodes.tooManySockets[0]);
});

it('refuses an upgrade anywhere else', async () => {
  const socket = new WebSocket(address.replace(newsPath, '/elsewhere'));
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
  expect(response.statusCode).toBe(404);
});

function readerOf(token: string): FeedReader {
  return {
    studioId,
    readerId: token,
    async read({ after, limit }) {
      if (revoked.has(token)) return err({ code: 'auth.invalid' as const });
      const events = await db.ledgerEvent.findMany({
        where: { studioId, seq: { gt: after } },
        orderBy: { seq: 'asc' },
        take: limit,
      });
      const items = events.map(({ seq, topic, subjectKind, subjectId }) => ({
        seq,
        topic,
        subject: { kind: subjectKind, id: subjectId },
      }));
      return ok({ items, upto: items.at(-1)?.seq ?? after });
    },
    head: async () => (await db.ledgerHead.findUniqueOrThrow({ where: { studioId } })).seq,
  };
}

async function change(): Promise<{ id: string; seq: number }> {
  const id = newId<StudioId>();
  await writing(db, { studioId, actor }, async ({ record }) => {
    record({ topic: 'pin.placed', subject: { kind: 'pin', id }, texts: { note: 'a secret wish' } });
    return ok(null);
  });
  const { seq } = await db.ledgerEvent.findFirstOrThrow({ where: { studioId, subjectId: id } });
  return { id, seq };
}

function connect(token: string | null, headers: Record<string, string> = {}): WebSocket {
  const socket = new WebSocket(address, token ? [newsProtocol, token] : [newsProtocol], { headers });
  opened.push(socket);
  return socket;
}

async function closeOf(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number];
  return code;
}

async function firstMessage(socket: WebSocket): Promise<NewsMessage> {
  const [data] = (await once(socket, 'message')) as [Buffer];
  return JSON.parse(data.toString());
}

/** A screen that has been told from where on it misses nothing. */
async function open(token: string, { after }: { after?: number } = {}) {
  const socket = connect(token);
  const heard: NewsMessage['news'][number][] = [];
  let check = () => {};
  socket.on('message', (data) => {
    heard.push(...(JSON.parse(data.toString()) as NewsMessage).news);
    check();
  });
  await once(socket, 'open');
  const first = once(socket, 'message');
  const head = (await db.ledgerHead.findUniqueOrThrow({ where: { studioId } })).seq;
  socket.send(JSON.stringify({ after: after ?? head }));
  await first;
  const until = (isEnough: (all: typeof heard) => boolean) =>
    new Promise<typeof heard>((resolve) => {
      check = () => {
        if (isEnough(heard)) resolve(heard);
      };
      check();
    });
  return { socket, until };
}
