import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { admitReader, admitToRoom } from '@pinpaint/actions';
import type { Config, Log, Metrics } from '@pinpaint/config';
import { createDb, type Db } from '@pinpaint/db';
import {
  attachSockets,
  logEnds,
  openNewsFeed,
  passDoor,
  RoomsWatch,
  serveNews,
  serveRooms,
  tellOfRooms,
} from '@pinpaint/rooms';

export type SyncOptions = {
  readonly config: Pick<Config, 'host' | 'port' | 'publicUrl' | 'rooms'>;
  readonly databaseUrl: string;
  readonly log: Log;
  readonly metrics: Metrics;
};

export type Sync = {
  readonly server: Server;
  /** As `sync_node` has it. */
  readonly nodeId: string;
  /** Not ready from now on; tells everybody to come back elsewhere; then ends. */
  stop(): Promise<void>;
};

/** A connection that was cut without a word is given up after this, and what it was asked is tried on another. */
const answerMs = 10_000;
/** Who asks takes milliseconds; who lets it drip means no good. */
const slow = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 };

/** The room server as a process of its own. Returns when it listens. */
export async function openSync({ config, databaseUrl, log, metrics }: SyncOptions): Promise<Sync> {
  const db = createDb(databaseUrl, { answerMs });
  const feed = openNewsFeed(databaseUrl, db);
  const ctx = { db, now: () => new Date() };
  const news = serveNews({
    feed,
    admit: (token) => admitReader(ctx, token),
    publicOrigin: new URL(config.publicUrl).origin,
    onError: (err) => log.error({ err }, 'news socket failed'),
  });
  const watch = new RoomsWatch();
  tellOfRooms(metrics, watch);
  watch.onEnd = logEnds(log);
  const rooms = serveRooms({
    db,
    feed,
    url: config.rooms.url,
    watch,
    door: passDoor((secret, boardId) => admitToRoom(ctx, { secret, boardId })),
    onError: (err, at) => log.error({ err, ...at }, 'room failed'),
  });
  let isStopping = false;
  const server = createServer(slow, (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path === '/healthz') answer(response, 200, 'ok');
    else if (path === '/readyz')
      void answerReadiness(response, isStopping || !feed.isListening() ? null : db);
    else answer(response, 404, 'not here');
  });
  attachSockets(server, { news, rooms });
  await Promise.all([feed.ready, rooms.ready]);
  server.listen(config.port, config.host);
  await once(server, 'listening');
  return {
    server,
    nodeId: rooms.nodeId,
    async stop() {
      isStopping = true;
      await Promise.all([news.stop(), rooms.stop()]);
      await feed.stop();
      server.close();
      server.closeAllConnections();
      await db.$disconnect();
    },
  };
}

/** @param db null: on the way out, or deaf. */
async function answerReadiness(response: ServerResponse, db: Db | null): Promise<void> {
  const isReady = db !== null && (await db.$queryRaw`SELECT 1`.then(Boolean, () => false));
  answer(response, isReady ? 200 : 503, isReady ? 'ready' : 'not ready');
}

function answer(response: ServerResponse, status: number, says: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${says}\n`);
}
