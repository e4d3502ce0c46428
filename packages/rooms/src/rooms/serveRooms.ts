import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { roomProtocol } from '@pinpaint/board';
import { WebSocketServer } from 'ws';
import { SyncNode } from '../nodes/SyncNode.ts';
import { createSendAway } from '../nodes/sendAway.ts';
import type { DoorQueue } from '../sockets/DoorQueue.ts';
import { keepPinging } from '../sockets/keepPinging.ts';
import { lineDeflate } from '../sockets/lineOf.ts';
import { sayStillHere } from '../sockets/sayStillHere.ts';
import { RoomsWatch } from '../watch/RoomsWatch.ts';
import { Backlog } from './Backlog.ts';
import { createClock } from './Clock.ts';
import { roomLimits } from './limits.ts';
import type { RoomDeps } from './openRoom.ts';
import type { Door } from './passDoor.ts';
import { RoomKeeper } from './RoomKeeper.ts';
import { RoomSocket } from './RoomSocket.ts';
import { Seats } from './Seats.ts';
import { Shares } from './Shares.ts';

export type RoomsOptions = Pick<RoomDeps, 'db' | 'feed'> & {
  readonly door: Door;
  /** Where browsers reach these rooms: an address, or a path of the pages' own; null: the pages' own. */
  readonly url: string | null;
  /** Nobody is sent here: what is here, only who starts it asks for. */
  readonly isApart?: boolean;
  /** With which node it was, and which board's where there was one. */
  readonly onError: (error: unknown, at: { readonly nodeId: string; readonly boardId?: string }) => void;
  /** Left out where everybody may come. */
  readonly queue?: DoorQueue;
  /** Left out where nobody asks. */
  readonly watch?: RoomsWatch;
  /** Whoever has not answered one is let go at the next. */
  readonly pingMs?: number;
};

export type RoomsServer = {
  /** What others know this process by. */
  readonly nodeId: string;
  /** Resolves once people can be sent here, however long the database takes to be there. */
  readonly ready: Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Everything is written and given back, and everybody sent elsewhere, over some moments. */
  stop(): Promise<void>;
};

const maxSockets = 2_000;
/** From being asked to stop. What can't be written and given back by then is left to whoever takes it. */
const writtenByMs = 4_000;
/** Who has not gone by then is cut off, and a node that can't be taken off the list runs out by itself. */
const stoppedByMs = 6_000;

/** A websocket per screen and board, for standard y-websocket clients. */
export function serveRooms({
  door,
  url,
  isApart = false,
  queue,
  watch = new RoomsWatch(),
  pingMs,
  onError: report,
  ...parts
}: RoomsOptions): RoomsServer {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: roomLimits.messageBytes,
    perMessageDeflate: lineDeflate,
    handleProtocols: (offered) => (offered.has(roomProtocol) ? roomProtocol : false),
  });
  const sockets = new Set<RoomSocket>();
  const clock = createClock();
  const onError: RoomDeps['onError'] = (error, at) => report(error, { nodeId: node.id, ...at });
  const node: SyncNode = new SyncNode({
    ...parts,
    onError,
    clock,
    url,
    isApart,
    load: () => Math.max(clock.load(), sockets.size / maxSockets),
    onPast() {
      keeper.abandonAll();
      for (const socket of sockets) sendAway(socket);
    },
  });
  const backlog = new Backlog();
  const deps = { ...parts, onError, clock: watch.clock(clock), backlog, node, watch };
  const keeper = new RoomKeeper(deps);
  watch.rooms = () => keeper.rooms;
  watch.unkeptBytes = () => backlog.bytes;
  const sendAway = createSendAway<RoomSocket>({
    clock,
    count: () => sockets.size,
    close: (socket) => socket.hangUp('elsewhere'),
  });
  const shares = new Shares(() => performance.now());
  const host = { ...deps, door, keeper, seats: new Seats(), shares, sockets, maxSockets, sendAway };
  const pings = keepPinging(server, { everyMs: pingMs, ping: sayStillHere });

  return {
    nodeId: node.id,
    ready: node.start(),
    upgrade(request, stream, head) {
      const isKnown = queue ? queue.enter(request, stream) : () => undefined;
      if (!isKnown) return;
      server.handleUpgrade(request, stream, head, (raw) => {
        pings.add(raw);
        const socket = new RoomSocket(raw, stream, host);
        socket.letIn(request, isKnown).catch((error: unknown) => {
          socket.hangUp('serverFault');
          onError(error);
        });
      });
    },
    async stop() {
      pings.stop();
      const after = (ms: number) => new Promise<void>((resolve) => clock.later(ms, resolve));
      const [written, stopped] = [after(writtenByMs), after(stoppedByMs)];
      await node.leave();
      await Promise.race([keeper.stop(), written]);
      for (const socket of sockets) sendAway(socket);
      const gone = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.race([Promise.all([gone, node.end()]), stopped]);
      for (const raw of server.clients) raw.terminate();
    },
  };
}
