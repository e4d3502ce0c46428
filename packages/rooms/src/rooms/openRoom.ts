import type { Db } from '@pinpaint/db';
import { Lookout, type Rest } from '../news/Lookout.ts';
import type { NewsFeed } from '../news/newsFeed.ts';
import type { Lease, SyncNode } from '../nodes/SyncNode.ts';
import type { RoomsWatch } from '../watch/RoomsWatch.ts';
import type { Backlog } from './Backlog.ts';
import { type BoardAt, BoardStore, type Loaded, loadBoard } from './boardStore.ts';
import type { Clock } from './Clock.ts';
import { putPinRegions } from './pinRegions.ts';
import { Room } from './Room.ts';
import { UpdateLog } from './UpdateLog.ts';

export type RoomDeps = {
  readonly db: Db;
  readonly feed: NewsFeed;
  readonly node: SyncNode;
  readonly clock: Clock;
  /** One for all rooms of a server. */
  readonly backlog: Backlog;
  readonly watch: RoomsWatch;
  readonly onError: (error: unknown, at?: { readonly boardId: string }) => void;
};

type RoomEnds = {
  /** Everybody has been sent away, and nothing can be written any more. */
  readonly onLost: () => void;
  /** Everybody has been sent away, and the room is to be closed. */
  readonly onTorn: () => void;
};

/** How long new pins go unnoticed when the feed's wake-up was lost. */
const lookMs = 30_000;

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
    const mark = deps.feed.mark();
    const loaded = await loadBoard(deps.db, wish);
    const open = new OpenRoom(deps, { wish, lease, loaded });
    await open.putPins(mark);
    return open;
  } catch (error) {
    await lease.release();
    throw error;
  }
}

type Taken = { readonly wish: BoardAt & RoomEnds; readonly lease: Lease; readonly loaded: Loaded };

/** A room with what keeps it: its log, its lease, and its pins. */
class OpenRoom {
  readonly room: Room;
  readonly #deps: RoomDeps;
  readonly #wish: BoardAt & RoomEnds;
  readonly #lease: Lease;
  readonly #log: UpdateLog;
  readonly #pins: Lookout;
  /** The ledger's seq up to which pins are in; null: none are. */
  #pinsUpto: number | null = null;
  #isLost = false;
  #isTorn = false;

  constructor(deps: RoomDeps, { wish, lease, loaded }: Taken) {
    const { db, feed, clock, backlog, watch } = deps;
    const { doc, seq, loose, bytes } = loaded;
    this.#deps = deps;
    this.#wish = wish;
    this.#lease = lease;
    this.#log = new UpdateLog({
      store: watch.store(new BoardStore(db, { ...wish, lease })),
      seq,
      loose,
      state: () => (this.#isTorn ? null : this.room.state()),
      onLost: (error) => {
        this.abandon();
        this.#onError(error);
      },
      onError: (error) => this.#onError(error),
      clock,
      backlog,
    });
    this.room = new Room({ doc, log: this.#log, bytes, clock, onTorn: (error) => this.#tear(error) });
    this.#pins = new Lookout({ feed, studioId: wish.studioId, look: () => this.#lookForPins() });
  }

  /** Those that are there, and from now on those that come. @param mark a moment before the document was read */
  async putPins(mark: number): Promise<void> {
    await this.#putPins();
    this.#pins.lookPast(mark, { limitMs: lookMs });
  }

  /** Writes what there is to write; nobody may be in the room any more. */
  async close(): Promise<void> {
    await this.#pins.end();
    // Somebody may have written and left within one tick.
    if (!this.#isTorn) this.room.settle();
    // Of a lost log nothing can be written any more; whoever has it reads what is kept.
    if (!this.#isLost) await this.#log.close();
    await this.#lease.release();
    this.room.doc.destroy();
  }

  /** Sends everybody elsewhere and writes nothing more: others may have the room by now. */
  abandon(): void {
    this.#isLost = true;
    this.#lease.giveUp();
    void this.#pins.end();
    this.#wish.onLost();
    this.room.close('elsewhere');
  }

  #tear(error: unknown): void {
    this.#isTorn = true;
    void this.#pins.end();
    this.#wish.onTorn();
    this.#onError(error);
  }

  async #lookForPins(): Promise<Rest> {
    // When the database is back, everybody who waits for news is woken.
    await this.#putPins().catch((error: unknown) => this.#onError(error));
    return { limitMs: lookMs };
  }

  async #putPins(): Promise<void> {
    const { studioId, boardId } = this.#wish;
    const at = { studioId, boardId, after: this.#pinsUpto };
    this.#pinsUpto = await putPinRegions(this.#deps.db, this.room.doc, at);
  }

  #onError(error: unknown): void {
    this.#deps.onError(error, { boardId: this.#wish.boardId });
  }
}

export type { OpenRoom };
