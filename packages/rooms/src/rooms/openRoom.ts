import type { Db } from '@pinpaint/db';
import * as Y from 'yjs';
import type { NewsFeed } from '../news/newsFeed.ts';
import { Backlog } from './Backlog.ts';
import { type BoardAt, boardStore, loadBoard } from './boardStore.ts';
import { createClock } from './Clock.ts';
import { putPinRegions } from './pinRegions.ts';
import { Room } from './Room.ts';
import { UpdateLog } from './UpdateLog.ts';

export type RoomDeps = {
  readonly db: Db;
  readonly feed: NewsFeed;
  readonly onError: (error: unknown) => void;
};

export type OpenRoom = {
  readonly room: Room;
  /** Writes what there is to write; nobody may be in the room any more. */
  close(): Promise<void>;
};

type RoomEnds = {
  /** Everybody has been sent away, and nothing can be written any more. */
  readonly onLost: () => void;
  /** Everybody has been sent away, and the room is to be closed. */
  readonly onTorn: () => void;
};

/** How long new pins go unnoticed when the feed's wake-up was lost. */
const lookMs = 30_000;

/** One each for all rooms of a process. */
const clock = createClock();
const backlog = new Backlog();

/** Loads a board's document and keeps it in step with the pins placed on it. */
export async function openRoom(
  { db, feed, onError }: RoomDeps,
  { onLost, onTorn, ...at }: BoardAt & RoomEnds,
): Promise<OpenRoom> {
  const mark = feed.mark();
  const { doc, seq, loose, bytes } = await loadBoard(db, at);
  const ended = new AbortController();
  let isLost = false;
  let isTorn = false;
  const log = new UpdateLog({
    store: boardStore(db, at),
    seq,
    loose,
    state: () => (isTorn ? null : Y.encodeStateAsUpdate(doc)),
    onLost: (error) => {
      isLost = true;
      ended.abort();
      onLost();
      room.close('serverFault');
      onError(error);
    },
    onError,
    clock,
    backlog,
  });
  const room = new Room({
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
      doc.destroy();
    },
  };

  async function watchPins(from: number): Promise<void> {
    let after = from;
    let since = mark;
    while (!ended.signal.aborted && !feed.stopped.aborted) {
      await feed.waitPast(since, { studioId: at.studioId, limitMs: lookMs, signal: ended.signal });
      since = feed.mark();
      if (!ended.signal.aborted) after = await putPinRegions(db, doc, { ...at, after });
    }
  }
}
