import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Failure, Result } from '@pinpaint/domain';
import { type WebSocket, WebSocketServer } from 'ws';
import { countOpen } from '../sockets/countOpen.ts';
import type { DoorQueue } from '../sockets/DoorQueue.ts';
import { keepPinging } from '../sockets/keepPinging.ts';
import type { FeedReader } from './follow.ts';
import { NewsSocket } from './NewsSocket.ts';
import type { NewsFeed } from './newsFeed.ts';
import { tokenOf } from './tokenOf.ts';
import { newsProtocol } from './wire.ts';

export type NewsOptions = {
  readonly feed: NewsFeed;
  /** Whose token this is, and what they may hear. */
  readonly admit: (token: string) => Promise<Result<FeedReader, Failure>>;
  /** Left out where everybody may come. */
  readonly queue?: DoorQueue;
  /** Where our own pages come from: the only ones whose cookies count. */
  readonly publicOrigin: string;
  /** A bug, or a database that is away. */
  readonly onError: (error: unknown) => void;
};

export type NewsServer = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells everybody to come back elsewhere, and waits until they have hung up. */
  stop(): Promise<void>;
};

type Coming = {
  readonly raw: WebSocket;
  readonly token: string;
  /** To be called once it is known whose it is. */
  readonly isKnown: () => void;
};

/** Nobody sends more than where to resume. */
const maxPayload = 1_024;
/** Each costs a few kilobytes, and a look at the rights every few seconds. */
const maxSockets = 5_000;

/** A websocket per screen that says what has changed. Sockets are let in and then closed with a reason, since a browser can't read a refused handshake. */
export function serveNews({ feed, queue, admit, publicOrigin, onError }: NewsOptions): NewsServer {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(newsProtocol) ? newsProtocol : false),
  });
  const sockets = new Set<NewsSocket>();
  const screens = countOpen();
  const pings = keepPinging(server);

  return {
    upgrade(request, stream, head) {
      const isKnown = queue ? queue.enter(request, stream) : () => undefined;
      if (!isKnown) return;
      server.handleUpgrade(request, stream, head, (raw) => {
        pings.add(raw);
        const socket = new NewsSocket(raw, stream, feed);
        raw.on('close', () => sockets.delete(socket));
        if (sockets.size >= maxSockets) return socket.close('full');
        sockets.add(socket);
        const token = tokenOf(request, publicOrigin);
        if (token === 'foreign') return socket.close('forbidden');
        if (!token) return socket.close('notAdmitted');
        letIn(socket, { raw, token, isKnown }).catch((error: unknown) => {
          socket.close('serverFault');
          onError(error);
        });
      });
    },
    async stop() {
      pings.stop();
      for (const socket of sockets) socket.close('goingAway');
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };

  async function letIn(socket: NewsSocket, { raw, token, isKnown }: Coming): Promise<void> {
    const admitted = await admit(token);
    if (!admitted.ok) return socket.close('notAdmitted');
    isKnown();
    // Gone while its rights were asked for: nobody would leave for it.
    if (raw.readyState !== raw.OPEN) return;
    const leave = screens.enter(admitted.value.readerId);
    if (!leave) return socket.close('tooManySockets');
    raw.on('close', leave);
    await socket.run(admitted.value);
  }
}
