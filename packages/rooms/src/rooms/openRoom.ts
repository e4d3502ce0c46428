import type { Db } from '@pinpaint/db';
import type { NewsFeed } from '../news/newsFeed.ts';
import type { Lease, SyncNode } from '../nodes/SyncNode.ts';
import type { RoomsWatch } from '../watch/RoomsWatch.ts';
import { Backlog } from './Backlog.ts';
import { type BoardAt, boardStore, loadBoard } from './boardStore.ts';
import type { Clock } from './Clock.ts';
import { putPinRegions } from './pinRegions.ts';
import { Room } from './Room.ts';
import { UpdateLog } from './UpdateLog.ts';

export type RoomDeps = {
  readonly db: Db;
  readonly feed: NewsFeed;
  readonly node: SyncNode;
  readonly clock: Clock;
  readonly watch: RoomsWatch;
  readonly onError: (error: unknown, at?: { readonly boardId: string }) => void;
};

export type OpenRoom = {
  readonly room: Room;
  /** Writes what there is to write; nobody may be in the room any more. */
  close(): Promise<void>;
  /** Sends everybody elsewhere and writes nothing more: others may have the room by now. */
  abandon(): void;
};

type RoomEnds = {
  /** Everybody has been sent away, and nothing can be written any more. */
  readonly onLost: () => void;
  /** Everybody has been sent away, and the room is to be closed. */
  readonly onTorn: () => void;
};

/** How long new pins go unnoticed when the feed's wake-up was lost. */
const lookMs = 30_000;

/** One for all rooms of a process. */
const backlog = new Backlog();

/**
 * Takes the room, loads the board's document and keeps it in step with the pins placed on it.
 *
 * @returns null: the room is another node's
 */
export async function openRoom(deps: RoomDeps, wish: BoardAt & RoomEnds): Promise<OpenRoom | null> {
  // Before anything is read: nothing is appended under an older epoch from here on.
  const lease = await deps.node.take(wish);
  if (!lease) return null;
  try {
    return await openTaken(deps, { ...wish, lease });
  } catch (error) {
    await lease.release();
    throw error;
  }
}

async function openTaken(
  { db, feed, clock, watch, onError: report }: RoomDeps,
  { onLost, onTorn, lease, ...at }: BoardAt & RoomEnds & { readonly lease: Lease },
): Promise<OpenRoom> {
  watch.unkeptBytes = () => backlog.bytes;
  const onError = (error: unknown) => report(error, { boardId: at.boardId });
  const mark = feed.mark();
  const { doc, seq, loose, bytes } = await loadBoard(db, at);
  const ended = new AbortController();
  let isLost = false;
  let isTorn = false;
  const log = new UpdateLog({
    store: watch.store(boardStore(db, { ...at, lease })),
    seq,
    loose,
    state: () => (isTorn ? null : room.state()),
    onLost: (error) => {
      lose();
      onError(error);
    },
    onError,
    clock,
    backlog,
  });
  const room: Room = new Room({
    doc,
    log,
    bytes,
    clock,
    onTorn: (error) => {
      isTorn = true;
      ended.abort();
      onTorn();
      onError(error);
    },
  });
  const first = await putPinRegions(db, doc, { ...at, after: null });
  const watching = watchPins(first).catch(onError);

  return {
    room,
    async close() {
      ended.abort();
      await watching;
      // Somebody may have written and left within one tick.
      if (!isTorn) room.settle();
      // Of a lost log nothing can be written any more; whoever has it reads what is kept.
      if (!isLost) await log.close();
      await lease.release();
      doc.destroy();
    },
    abandon: lose,
  };

  function lose(): void {
    isLost = true;
    lease.giveUp();
    ended.abort();
    onLost();
    room.close('elsewhere');
  }

  async function watchPins(from: number): Promise<void> {
    let after = from;
    let since = mark;
    // When the database is back, everybody who waits for news is woken.
    const stay = (error: unknown) => {
      onError(error);
      return after;
    };
    while (!ended.signal.aborted && !feed.stopped.aborted) {
      await feed.waitPast(since, { studioId: at.studioId, limitMs: lookMs, signal: ended.signal });
      since = feed.mark();
      if (!ended.signal.aborted) after = await putPinRegions(db, doc, { ...at, after }).catch(stay);
    }
  }
}
