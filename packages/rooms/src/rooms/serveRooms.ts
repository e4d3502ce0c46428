import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { roomNewsMessage, roomProtocol } from '@pinpaint/board';
import type { BoardId, Failure, Result, StudioId } from '@pinpaint/domain';
import { type WebSocket, WebSocketServer } from 'ws';
import { type FeedReader, follow } from '../news/follow.ts';
import { newsMessage } from '../news/wire.ts';
import { SyncNode } from '../nodes/SyncNode.ts';
import { roomsPath } from '../sockets/attachSockets.ts';
import { type CloseReason, closeCodes } from '../sockets/closeCodes.ts';
import { countOpen } from '../sockets/countOpen.ts';
import { offeredToken } from '../sockets/offeredToken.ts';
import { Packet } from '../sockets/Packet.ts';
import { createClock } from './Clock.ts';
import { roomLimits } from './limits.ts';
import type { RoomDeps } from './openRoom.ts';
import { presenceMessage } from './presence.ts';
import { RoomKeeper } from './RoomKeeper.ts';
import { type Line, RoomMember } from './RoomMember.ts';

/** Somebody who may enter a board's room; `@pinpaint/actions` makes them. */
export interface RoomReader extends FeedReader {
  readonly studioId: StudioId;
  readonly boardId: BoardId;
  /** Whose changes the board's history says they are. */
  readonly personId: string;
  /** Asks anew, each time, what they may; fails when they may not even look. */
  access(): Promise<Result<'read' | 'write', Failure>>;
}

/** Who comes with a request; null: nobody who may. */
export type Door = (request: IncomingMessage) => Promise<RoomReader | null>;

export type RoomsOptions = Pick<RoomDeps, 'db' | 'feed' | 'onError'> & {
  readonly door: Door;
  /** Where browsers reach these rooms: an address, or a path of the pages' own; null: the pages' own. */
  readonly url: string | null;
};

/** For the room that a request's path names, by the pass that it offers as a sub-protocol. */
export function passDoor(
  admit: (pass: string, boardId: string) => Promise<Result<RoomReader, Failure>>,
): Door {
  return async (request) => {
    const pass = offeredToken(request, roomProtocol);
    const boardId = boardOf(request.url ?? '');
    const admitted = pass && boardId ? await admit(pass, boardId) : null;
    return admitted?.ok ? admitted.value : null;
  };
}

export type RoomsServer = {
  /** Resolves once people can be sent here, however long the database takes to be there. */
  readonly ready: Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Everything is written and given back, and everybody sent elsewhere, over some moments. */
  stop(): Promise<void>;
};

const maxSockets = 2_000;
const pingMs = 20_000;
/** Standard clients hang up when no message has come for 30 s, and a ping is none to them; this one says nothing. */
const stillHere = presenceMessage([]);
/**
 * Negotiated so that a frame deflated once is right for all (`Packet`): nobody's frame builds on one before. The
 * library itself deflates nothing.
 */
const sharedDeflate = {
  serverNoContextTakeover: true,
  clientNoContextTakeover: true,
  threshold: Number.POSITIVE_INFINITY,
};
/** How long a closed socket may take to hang up. */
const hangUpMs = 2_000;
/** A room's people are sent elsewhere one after another: each asks for a new pass. */
const spread = { eachMs: 2, longestMs: 3_000 } as const;
/** What can't be written and given back by then is left to whoever takes it. */
const stopMs = 6_000;

/** A websocket per screen and board, for standard y-websocket clients. */
export function serveRooms({ door, url, ...parts }: RoomsOptions): RoomsServer {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: roomLimits.messageBytes,
    perMessageDeflate: sharedDeflate,
    handleProtocols: (offered) => (offered.has(roomProtocol) ? roomProtocol : false),
  });
  const clock = createClock();
  const node = new SyncNode({
    ...parts,
    clock,
    url,
    load: () => Math.max(clock.load(), server.clients.size / maxSockets),
    onPast() {
      keeper.abandonAll();
      for (const raw of server.clients) sendElsewhere(raw);
    },
  });
  const deps = { ...parts, clock, node };
  const keeper = new RoomKeeper(deps);
  const leaving = new Set<WebSocket>();
  const screens = countOpen();
  const living = new Set<WebSocket>();
  const pings = setInterval(() => {
    for (const raw of server.clients) {
      if (living.delete(raw)) {
        raw.ping();
        raw.send(stillHere);
      } else raw.terminate();
    }
  }, pingMs);
  pings.unref();

  return {
    ready: node.start(),
    upgrade(request, stream, head) {
      server.handleUpgrade(request, stream, head, (raw) => {
        // What comes before the room is open waits in the socket, not in our memory.
        raw.pause();
        living.add(raw);
        raw.on('pong', () => living.add(raw));
        raw.on('error', () => undefined);
        raw.on('close', () => living.delete(raw));
        letIn(raw, stream, request).catch((error: unknown) => {
          closeLine(raw, 'serverFault');
          deps.onError(error);
        });
      });
    },
    async stop() {
      clearInterval(pings);
      await node.leave();
      await Promise.race([keeper.stop(), new Promise((resolve) => clock.later(stopMs, () => resolve(null)))]);
      for (const raw of server.clients) sendElsewhere(raw);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await node.end();
    },
  };

  /** What it still says waits unread and unacknowledged, so it will say it again where it goes. */
  function sendElsewhere(raw: WebSocket): void {
    if (leaving.has(raw)) return;
    leaving.add(raw);
    raw.on('close', () => leaving.delete(raw));
    raw.pause();
    const withinMs = Math.min(spread.longestMs, server.clients.size * spread.eachMs);
    clock.later(Math.random() * withinMs, () => closeLine(raw, 'elsewhere'));
  }

  async function letIn(raw: WebSocket, stream: Duplex, request: IncomingMessage): Promise<void> {
    const line = lineOf(raw, stream, (reason) =>
      reason === 'elsewhere' ? sendElsewhere(raw) : closeLine(raw, reason),
    );
    if (server.clients.size > maxSockets) return line.close('full');
    // It could not even ask who comes.
    if (!node.isAlive) return closeLine(raw, 'elsewhere');
    const reader = await door(request);
    if (!reader) return line.close('notAdmitted');
    const access = await reader.access();
    if (!access.ok) return line.close('notAdmitted');
    if (raw.readyState !== raw.OPEN) return;
    const leaveCount = screens.enter(reader.readerId);
    if (!leaveCount) return line.close('tooManySockets');
    raw.on('close', leaveCount);

    const visit = await keeper.visit(reader);
    if (!visit) return closeLine(raw, 'elsewhere');
    const { room, leave } = visit;
    raw.on('close', leave);
    if (raw.readyState !== raw.OPEN) return leave();
    const mayWrite = access.value === 'write';
    const member = new RoomMember({
      room,
      line,
      personId: reader.personId,
      mayWrite,
      nowMs: () => performance.now(),
    });
    raw.on('close', () => member.leave());
    raw.on('message', (data) => {
      member.receive(bytesOf(data));
    });
    raw.resume();
    await tellNews(member, { raw, reader, mayWrite });
  }

  /** Until the socket closes. Each page, and each silence, is a look at the rights as well. */
  async function tellNews(
    member: RoomMember,
    { raw, reader, mayWrite }: { raw: WebSocket; reader: RoomReader; mayWrite: boolean },
  ): Promise<void> {
    const closed = new AbortController();
    raw.on('close', () => closed.abort());
    const following = { after: await reader.head(), limit: 200, signal: closed.signal };
    for await (const page of follow(deps.feed, reader, following)) {
      const access = page.ok ? await reader.access() : page;
      if (!page.ok || !access.ok) return member.close('notAdmitted');
      if ((access.value === 'write') !== mayWrite) return member.close('rightsChanged');
      if (page.value.items.length > 0) member.send(new Packet(roomNewsMessage(newsMessage(page.value))));
    }
  }
}

function boardOf(url: string): string | null {
  const [path = ''] = url.split('?', 1);
  return path.startsWith(`${roomsPath}/board/`) ? path.slice(`${roomsPath}/board/`.length) : null;
}

/** Frames go to the socket itself, for the library would make each anew for everybody. */
function lineOf(raw: WebSocket, stream: Duplex, close: Line['close']): Line {
  const takesDeflate =
    raw.extensions.startsWith('permessage-deflate') && !raw.extensions.includes('server_max');
  return {
    send(packet) {
      if (raw.readyState !== raw.OPEN) return 0;
      const frame = takesDeflate ? packet.deflated : packet.plain;
      stream.write(frame);
      return frame.length;
    },
    get bufferedBytes() {
      return stream.writableLength;
    },
    close,
  };
}

function closeLine(raw: WebSocket, reason: CloseReason): void {
  const [code, says] = closeCodes[reason];
  // A paused socket would never hear the other side's goodbye.
  raw.resume();
  raw.close(code, says);
  setTimeout(() => raw.terminate(), hangUpMs).unref();
}

function bytesOf(data: Buffer | ArrayBuffer | Buffer[]): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
