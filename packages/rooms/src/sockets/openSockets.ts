import type { Server } from 'node:http';
import type { Config, Log, Metrics } from '@pinpaint/config';
import type { Db } from '@pinpaint/db';
import type { NewsFeed } from '../news/newsFeed.ts';
import { type NewsOptions, serveNews } from '../news/serveNews.ts';
import { type PassOf, passDoor } from '../rooms/passDoor.ts';
import { type RoomsOptions, serveRooms } from '../rooms/serveRooms.ts';
import { logEnds } from '../watch/logEnds.ts';
import { RoomsWatch } from '../watch/RoomsWatch.ts';
import { tellOfRooms } from '../watch/tellOfRooms.ts';
import { attachSockets } from './attachSockets.ts';
import { DoorQueue } from './DoorQueue.ts';

export type SocketsOptions = {
  readonly config: Pick<Config, 'publicUrl' | 'trustedProxies'>;
  /** Where browsers reach these rooms, as `serveRooms` has it; null: no rooms are here. */
  readonly rooms: Pick<RoomsOptions, 'url' | 'pingMs'> | null;
  readonly db: Db;
  readonly feed: NewsFeed;
  readonly admitReader: NewsOptions['admit'];
  readonly admitToRoom: PassOf;
  readonly log: Log;
  readonly metrics: Metrics;
};

export type Sockets = {
  /** What others know these rooms by; null: no rooms are here. */
  readonly nodeId: string | null;
  /** Resolves once people can be sent here. */
  readonly ready: Promise<void>;
  attach(server: Server): void;
  /** Everybody is told to come back elsewhere, and what is in the rooms is written. */
  stop(): Promise<void>;
};

/** All websockets of a process: news, and rooms where it has them. */
export function openSockets({ config, db, feed, log, metrics, ...options }: SocketsOptions): Sockets {
  const queue = new DoorQueue(config);
  const news = serveNews({
    feed,
    queue,
    admit: options.admitReader,
    publicOrigin: new URL(config.publicUrl).origin,
    onError: (err) => log.error({ err }, 'news socket failed'),
  });
  const watch = new RoomsWatch();
  tellOfRooms(metrics, watch);
  watch.onEnd = logEnds(log);
  const rooms =
    options.rooms &&
    serveRooms({
      db,
      feed,
      queue,
      watch,
      ...options.rooms,
      door: passDoor(options.admitToRoom),
      onError: (err, at) => log.error({ err, ...at }, 'room failed'),
    });
  return {
    nodeId: rooms?.nodeId ?? null,
    ready: rooms?.ready ?? Promise.resolve(),
    attach: (server) => attachSockets(server, rooms ? { news, rooms } : { news }),
    async stop() {
      await Promise.all([news.stop(), rooms?.stop()]);
    },
  };
}
