import { createDb, newsChannel } from '@pinpaint/db';
import { createTestDatabase, openWire } from '@pinpaint/db/testing';
import { genesisHash, newId, ok, type StudioId } from '@pinpaint/domain';
import { afterAll, expect, it } from 'vitest';
import { type FeedReader, follow } from './follow.ts';
import { openNewsFeed } from './newsFeed.ts';

const { url } = await createTestDatabase();
const db = createDb(url);
const feed = openNewsFeed(url, db);
await feed.ready;
afterAll(async () => {
  await feed.stop();
  await db.$disconnect();
});
/** Longer than a test may take: what ends such a wait is what the test is about. */
const limitMs = 600_000;
const tell = (studioId: string) => db.$executeRaw`SELECT pg_notify(${newsChannel}, ${studioId})`;

it('wakes who waits for that studio, and nobody else', async () => {
  const [mine, other] = [newId<StudioId>(), newId<StudioId>()];
  let isOtherAwake = false;
  const hungUp = new AbortController();
  const wait = { limitMs, signal: hungUp.signal };
  const others = feed.waitPast(feed.mark(), { studioId: other, ...wait }).then(() => {
    isOtherAwake = true;
  });
  const waiting = feed.waitPast(feed.mark(), { studioId: mine, ...wait });
  await tell(mine);
  await waiting;
  expect(isOtherAwake).toBe(false);
  hungUp.abort();
  await others;
});

it('does not sleep through what came between the mark and the wait', async () => {
  const studioId = newId<StudioId>();
  const mark = feed.mark();
  const heard = feed.waitPast(mark, { studioId, limitMs });
  await tell(studioId);
  await heard;
  await feed.waitPast(mark, { studioId, limitMs });
});

it('wakes everybody when the connection comes back, since anything may have been missed', async () => {
  const waiting = feed.waitPast(feed.mark(), { studioId: newId<StudioId>(), limitMs });
  await db.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE query LIKE 'LISTEN%' AND datname = current_database()`;
  await waiting;
  const studioId = newId<StudioId>();
  const again = feed.waitPast(feed.mark(), { studioId, limitMs });
  await tell(studioId);
  await again;
});

it('wakes who knows less than there is, though the database’s own wake-up was lost', async () => {
  const wire = await openWire(url);
  const deaf = openNewsFeed(wire.url, db);
  await deaf.ready;
  wire.cut();
  const studioId = newId<StudioId>();
  const ledgerHead = { create: { seq: 2, hash: genesisHash(studioId) } };
  await db.studio.create({ data: { id: studioId, name: 'Studio', ledgerHead } });
  await deaf.waitPast(deaf.mark(), { studioId, limitMs, upto: 1 });
  wire.heal();
  await deaf.stop();
  wire.stop();
});

it('lets go of whoever follows it when it stops', async () => {
  const own = openNewsFeed(url, db);
  await own.ready;
  const reader: FeedReader = {
    readerId: 'somebody',
    studioId: newId<StudioId>(),
    read: async ({ after }) => ok({ items: [], upto: after }),
    head: async () => 0,
  };
  const pages = follow(own, reader, { after: 0, limit: 1, signal: new AbortController().signal });
  expect((await pages.next()).done).toBe(false);
  const last = pages.next();
  await own.stop();
  expect((await last).done).toBe(true);
});
