import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { admitReader, admitToRoom } from '@pinpaint/actions';
import type { Config, Log, Metrics } from '@pinpaint/config';
import { createDb, type Db } from '@pinpaint/db';
import { openNewsFeed, openSockets } from '@pinpaint/rooms';

export type SyncOptions = {
  readonly config: Pick<Config, 'host' | 'port' | 'publicUrl' | 'trustedProxies' | 'rooms'>;
  readonly databaseUrl: string;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Left out: as often as a phone's line wants. */
  readonly pingMs?: number;
};

export type Sync = {
  readonly server: Server;
  /** As `sync_node` has it. */
  readonly nodeId: string | null;
  /** Not ready from now on; tells everybody to come back elsewhere; then ends. */
  stop(): Promise<void>;
};

/** A connection that was cut without a word is given up after this, and what it was asked is tried on another. */
const answerMs = 10_000;
/** Who asks takes milliseconds; who lets it drip means no good. */
const slow = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 };

/** The room server as a process of its own. Returns when it listens. */
export async function openSync({ config, databaseUrl, log, metrics, ...times }: SyncOptions): Promise<Sync> {
  const db = createDb(databaseUrl, { answerMs });
  const feed = openNewsFeed(databaseUrl, db);
  const ctx = { db, now: () => new Date() };
  const sockets = openSockets({
    config,
    rooms: { ...config.rooms, ...times },
    db,
    feed,
    admitReader: (token) => admitReader(ctx, token),
    admitToRoom: (secret, boardId) => admitToRoom(ctx, { secret, boardId }),
    log,
    metrics,
  });
  let isStopping = false;
  const server = createServer(slow, (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path === '/healthz') answer(response, 200, 'ok');
    else if (path === '/readyz')
      void answerReadiness(response, isStopping || !feed.isListening() ? null : db);
    else answer(response, 404, 'not here');
  });
  sockets.attach(server);
  await Promise.all([feed.ready, sockets.ready]);
  server.listen(config.port, config.host);
  await once(server, 'listening');
  return {
    server,
    nodeId: sockets.nodeId,
    async stop() {
      isStopping = true;
      await sockets.stop();
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
