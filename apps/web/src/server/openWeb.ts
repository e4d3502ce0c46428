import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { admitReader, admitToRoom, type Ctx, hostedBy, listenForWork } from '@pinpaint/actions';
import { type Config, type Log, type Metrics, networkAddresses } from '@pinpaint/config';
import { createDb, createQueue } from '@pinpaint/db';
import { openPixels } from '@pinpaint/pictures';
import { openNewsFeed, openSockets } from '@pinpaint/rooms';
import { openPasts } from '@pinpaint/rooms/history';
import { openBlobs } from '@pinpaint/storage';
import { createApi } from '../api/app.ts';
import { openMail } from '../mail/openMail.ts';
import { pageFacts } from '../signIn/pageFacts.ts';
import { signInDoor, signInPath } from '../signIn/signInDoor.ts';
import { waysHeader } from '../signIn/ways.ts';
import { waysFor } from '../signIn/waysFor.ts';
import { tourHeader } from '../tour/tour.ts';
import { tourFor } from '../tour/tourFor.ts';
import { preparePage } from './preparePage.ts';
import { statusRoutes } from './statusRoutes.ts';
import { tellOfWeb } from './tellOfWeb.ts';

export type WebOptions = {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly log: Log;
  readonly metrics: Metrics;
};

export type Web = {
  readonly server: Server;
  stop(): Promise<void>;
};

// Next is CommonJS and its types speak of a default export that Node does not give.
const next: typeof import('next').default = createRequire(import.meta.url)('next');

/** A long poll is at most 25 s; whoever is still connected after that is cut off. */
const drainMs = 5_000;

/** Pages, API and news on one port. Returns when it listens. */
export async function openWeb({ config, databaseUrl, dataDir, log, metrics }: WebOptions): Promise<Web> {
  const db = createDb(databaseUrl);
  const queue = await createQueue(databaseUrl, {
    works: false,
    onError: (err) => log.error({ err }, 'queue'),
  });
  const blobs = await openBlobs({
    s3: config.s3,
    dataDir,
    onError: (err) => log.warn({ err }, 'blobs'),
  });
  const pixels = openPixels();
  const workCalls = listenForWork(databaseUrl);
  const feed = openNewsFeed(databaseUrl, db);
  const hosted = hostedBy(config.worker.services);
  const pasts = openPasts();
  const { maxMegapixels, maxHistoryBytes } = config;
  const ctx: Ctx = {
    db,
    queue,
    blobs,
    pixels,
    workCalls,
    pasts,
    now: () => new Date(),
    maxMegapixels,
    maxHistoryBytes,
    hosted,
  };
  const { publicUrl, trustedProxies, maxUploadBytes, host, port, demoStudioId, demoTour, mail, oidc } =
    config;
  const uploads = { dir: join(dataDir, 'tmp', 'uploads'), maxBytes: maxUploadBytes, maxMegapixels };
  const postMail = mail && openMail(mail);
  // Asked each time: a laptop moves from network to network.
  const linksAt = () => networkAddresses({ host, port, publicUrl })[0] ?? publicUrl;
  const answered = tellOfWeb(metrics, db);
  const api = createApi(ctx, {
    log,
    answered,
    news: feed,
    publicUrl,
    linksAt,
    trustedProxies,
    uploads,
    postMail,
  });
  let isStopping = false;
  const status = statusRoutes({ db, queue, blobs, feed, isStopping: () => isStopping });
  const doorDeps = { log, publicUrl, trustedProxies, demoStudioId, mail, postMail, oidc };
  const answerSignIn = getRequestListener(signInDoor(ctx, doorDeps).fetch);
  const answerApi = getRequestListener(api.fetch);
  const answerStatus = getRequestListener(status.fetch);
  const pages = next({ dev: false, dir: join(import.meta.dirname, '../..'), hostname: host, port });
  await Promise.all([pages.prepare(), workCalls.ready, feed.ready]);
  const answerPage = pages.getRequestHandler();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith(`${signInPath}/`)) void answerSignIn(request, response);
    else if (path.startsWith('/api/')) void answerApi(request, response);
    else if (/^\/(healthz|readyz)(\?|$)/.test(path)) void answerStatus(request, response);
    else {
      const ways = JSON.stringify(waysFor(request, doorDeps));
      const cookies = request.headers.cookie ?? '';
      preparePage(request, response, {
        publicUrl,
        roomOrigins: config.rooms.origins,
        [waysHeader]: ways,
        [tourHeader]: JSON.stringify(tourFor(request, { demoTour, host, port, publicUrl })),
        ...pageFacts({ cookies, path, publicUrl }),
      });
      void answerPage(request, response);
    }
  });
  // A 200 MB upload over a slow line takes longer than Node's five minutes.
  server.requestTimeout = 30 * 60_000;
  const sockets = openSockets({
    config,
    rooms: config.rooms.areHere ? config.rooms : null,
    db,
    feed,
    admitReader: (token) => admitReader(ctx, token),
    admitToRoom: (secret, boardId) => admitToRoom(ctx, { secret, boardId }),
    log,
    metrics,
  });
  sockets.attach(server);
  await sockets.ready;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    server,
    async stop() {
      isStopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const cut = setTimeout(() => server.closeAllConnections(), drainMs);
      await Promise.all([sockets.stop(), workCalls.stop()]);
      await feed.stop();
      server.closeIdleConnections();
      await closed;
      clearTimeout(cut);
      await Promise.all([queue.stop(), pixels.stop(), pasts.stop(), pages.close(), blobs.stop()]);
      await db.$disconnect();
    },
  };
}
