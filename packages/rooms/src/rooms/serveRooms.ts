import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { roomNewsMessage, roomProtocol } from '@pinpaint/board';
import { isAway } from '@pinpaint/db';
import type { BoardId, Failure, Result, StudioId } from '@pinpaint/domain';
import { type WebSocket, WebSocketServer } from 'ws';
import { type FeedReader, follow } from '../news/follow.ts';
import { traceNews } from '../news/traceNews.ts';
import { watchHeads } from '../news/watchHeads.ts';
import { newsMessage } from '../news/wire.ts';
import { SyncNode } from '../nodes/SyncNode.ts';
import { createSendAway } from '../nodes/sendAway.ts';
import { roomsPath } from '../sockets/attachSockets.ts';
import { type CloseReason, closeCodes } from '../sockets/closeCodes.ts';
import { countOpen } from '../sockets/countOpen.ts';
import { lineDeflate, lineOf } from '../sockets/lineOf.ts';
import { offeredToken } from '../sockets/offeredToken.ts';
import { Packet } from '../sockets/Packet.ts';
import { sayStillHere } from '../sockets/sayStillHere.ts';
import { RoomsWatch } from '../watch/RoomsWatch.ts';
import { createClock } from './Clock.ts';
import { roomLimits } from './limits.ts';
import type { RoomDeps } from './openRoom.ts';
import type { PresentPerson } from './presence.ts';
import { RoomKeeper } from './RoomKeeper.ts';
import { RoomMember } from './RoomMember.ts';
import { Shares } from './Shares.ts';

/** Somebody who may enter a board's room; `@pinpaint/actions` makes them. */
export interface RoomReader extends FeedReader {
  readonly studioId: StudioId;
  readonly boardId: BoardId;
  /** When what they came with ends by itself; null: never. */
  readonly endsAt: Date | null;
  /** As who others see them; null: as whoever they say. */
  readonly person: PresentPerson | null;
  /** Asks anew, each time, what they may; fails when they may not even look. */
  access(): Promise<Result<'read' | 'write', Failure>>;
}

/** Who comes with a request; null: nobody who may. */
export type Door = (request: IncomingMessage) => Promise<RoomReader | null>;

export type RoomsOptions = Pick<RoomDeps, 'db' | 'feed'> & {
  readonly door: Door;
  /** Where browsers reach these rooms: an address, or a path of the pages' own; null: the pages' own. */
  readonly url: string | null;
  /** With which node it was, and which board's where there was one. */
  readonly onError: (error: unknown, at: { readonly nodeId: string; readonly boardId?: string }) => void;
  /** Left out where nobody asks. */
  readonly watch?: RoomsWatch;
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
  /** What others know this process by. */
  readonly nodeId: string;
  /** Resolves once people can be sent here, however long the database takes to be there. */
  readonly ready: Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Everything is written and given back, and everybody sent elsewhere, over some moments. */
  stop(): Promise<void>;
};

const maxSockets = 2_000;
const pingMs = 20_000;
/** How long rights go unlooked at while nothing happens in the studio: every loss of them is an event, or has its hour. */
const longestQuietMs = 30_000;
/** Whose end has come by our clock, and not by the database's, is looked at as often as this. */
const endedAgainMs = 500;
/** While the database is away: how often it is asked again, and how long people stay whose rights can't be looked at. */
const lookAgainMs = 1_000;
const unseenMs = 120_000;
/** How long a closed socket may take to hang up. */
const hangUpMs = 2_000;
/** What can't be written and given back by then is left to whoever takes it. */
const stopMs = 6_000;

/** A websocket per screen and board, for standard y-websocket clients. */
export function serveRooms({
  door,
  url,
  watch = new RoomsWatch(),
  onError: report,
  ...parts
}: RoomsOptions): RoomsServer {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: roomLimits.messageBytes,
    perMessageDeflate: lineDeflate,
    handleProtocols: (offered) => (offered.has(roomProtocol) ? roomProtocol : false),
  });
  const clock = createClock();
  const onError: RoomDeps['onError'] = (error, at) => report(error, { nodeId: node.id, ...at });
  const node: SyncNode = new SyncNode({
    ...parts,
    onError,
    clock,
    url,
    load: () => Math.max(clock.load(), server.clients.size / maxSockets),
    onPast() {
      keeper.abandonAll();
      for (const raw of server.clients) sendAway(raw);
    },
  });
  const deps = { ...parts, onError, clock: watch.clock(clock), node, watch };
  const keeper = new RoomKeeper(deps);
  watch.rooms = () => keeper.rooms;
  const sendAway = createSendAway<WebSocket>({
    clock,
    count: () => server.clients.size,
    close: (raw) => closeLine(raw, 'elsewhere'),
  });
  const stopWatching = watchHeads(deps.db, deps.feed);
  const screens = countOpen();
  const studioSockets = countOpen(roomLimits.studioSockets);
  const studioBoards = countOpen(roomLimits.studioRooms);
  const shares = new Shares(() => performance.now());
  const living = new Set<WebSocket>();
  const pings = setInterval(() => {
    for (const raw of server.clients) {
      if (living.delete(raw)) sayStillHere(raw);
      else raw.terminate();
    }
  }, pingMs);
  pings.unref();

  return {
    nodeId: node.id,
    ready: node.start(),
    upgrade(request, stream, head) {
      server.handleUpgrade(request, stream, head, (raw) => {
        // What comes before the room is open waits in the socket, not in our memory.
        raw.pause();
        living.add(raw);
        watch.add(raw, stream);
        raw.on('pong', () => living.add(raw));
        raw.on('error', () => undefined);
        raw.on('close', () => living.delete(raw));
        letIn(raw, stream, request).catch((error: unknown) => {
          closeLine(raw, 'serverFault');
          onError(error);
        });
      });
    },
    async stop() {
      clearInterval(pings);
      stopWatching();
      await node.leave();
      await Promise.race([keeper.stop(), new Promise((resolve) => clock.later(stopMs, () => resolve(null)))]);
      for (const raw of server.clients) sendAway(raw);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await node.end();
    },
  };

  async function letIn(raw: WebSocket, stream: Duplex, request: IncomingMessage): Promise<void> {
    const line = lineOf({ raw, stream, request }, (reason) =>
      reason === 'elsewhere' ? sendAway(raw) : closeLine(raw, reason),
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
    const who = { studioId: reader.studioId, personId: reader.readerId };
    if (!shares.mayEnter(who)) return line.close('tooCostly');
    const leaveStudio = studioSockets.enter(who.studioId);
    if (!leaveStudio) return line.close('studioFull');
    raw.on('close', leaveStudio);
    const leaveBoard = studioBoards.enter(who.studioId, reader.boardId);
    if (!leaveBoard) return line.close('studioFull');
    raw.on('close', leaveBoard);

    const visit = await keeper.visit(reader);
    if (!visit) return closeLine(raw, 'elsewhere');
    const { room, leave } = visit;
    raw.on('close', leave);
    if (raw.readyState !== raw.OPEN) return leave();
    const mayWrite = access.value === 'write';
    const member = new RoomMember({
      room,
      line,
      personId: reader.person?.id ?? reader.readerId,
      person: reader.person,
      mayWrite,
      share: shares.of(who),
      nowMs: () => performance.now(),
    });
    raw.on('close', () => member.leave());
    raw.on('message', (data) => {
      member.receive(bytesOf(data));
    });
    raw.resume();
    await tellNews(member, { raw, reader, mayWrite });
  }

  /**
   * Until the socket closes. Each page is a look at the rights as well; so is the moment their end has come, of which
   * there are no news. While the database is away nobody can lose a right, so people stay, for a while.
   */
  async function tellNews(
    member: RoomMember,
    { raw, reader, mayWrite }: { raw: WebSocket; reader: RoomReader; mayWrite: boolean },
  ): Promise<void> {
    const closed = new AbortController();
    raw.on('close', () => closed.abort());
    const { signal } = closed;
    const seen = { after: await reader.head(), atMs: performance.now() };
    const quietMs = () => quietFor(reader);
    while (!signal.aborted && !deps.feed.stopped.aborted) {
      try {
        for await (const page of follow(deps.feed, reader, {
          after: seen.after,
          limit: 200,
          signal,
          quietMs,
        })) {
          const access = page.ok ? await reader.access() : page;
          if (!page.ok || !access.ok) return member.close('notAdmitted');
          if ((access.value === 'write') !== mayWrite) return member.close('rightsChanged');
          Object.assign(seen, { after: page.value.upto, atMs: performance.now() });
          if (page.value.items.length > 0) member.send(new Packet(roomNewsMessage(newsMessage(page.value))));
          traceNews(page.value, { 'pinpaint.board': reader.boardId });
        }
      } catch (error) {
        if (performance.now() - seen.atMs > unseenMs) throw error;
        // A database on its way down or up says so in many ways; what it is, is only told when it is strange.
        if (!isAway(error)) onError(error, { boardId: reader.boardId });
        await pause(lookAgainMs, null, { signal, ref: false }).catch(() => undefined);
      }
    }
  }
}

function quietFor({ endsAt }: RoomReader): number {
  const leftMs = endsAt ? endsAt.getTime() - Date.now() : longestQuietMs;
  return Math.min(longestQuietMs, Math.max(endedAgainMs, leftMs));
}

function boardOf(url: string): string | null {
  const [path = ''] = url.split('?', 1);
  return path.startsWith(`${roomsPath}/board/`) ? path.slice(`${roomsPath}/board/`.length) : null;
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
