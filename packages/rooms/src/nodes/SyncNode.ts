import type { Db } from '@pinpaint/db';
import { newId } from '@pinpaint/domain';
import type { BoardAt } from '../rooms/boardStore.ts';
import type { Clock } from '../rooms/Clock.ts';
import { isBeingGivenBack, releaseLease, takeLease } from './lease.sql.ts';
import { beat, forgetGone, markDraining, removeNode } from './node.sql.ts';
import { answerMs, beatMs, handOverMs, leaseMs, marginMs } from './nodeTimes.ts';

export type NodeParts = {
  readonly db: Db;
  /** Its time never jumps, whatever happens to the wall clock. */
  readonly clock: Clock;
  /** Where browsers reach its rooms: an address, or a path of the pages' own; null: the pages' own. */
  readonly url: string | null;
  /** It has rooms of its own that nobody else asks for, and nobody is sent to it. */
  readonly isApart?: boolean;
  /** Of what it can bear, 0…1. */
  readonly load: () => number;
  /** Others may take its rooms from now on: it has not been heard for too long. */
  readonly onPast: () => void;
  readonly onError: (error: unknown) => void;
};

/** One taking of a room by this node. */
export type Lease = {
  readonly nodeId: string;
  readonly epoch: number;
  /** Whether nobody can have taken it since, as far as this process knows by itself. */
  holds(): boolean;
  /** Nothing is kept under it any more, whatever is still tried. */
  giveUp(): void;
  /** Anybody may take the room, once everything is written. */
  release(): Promise<void>;
};

const lookMs = 100;

/** This process among those that serve rooms: it says that it lives, and owns rooms as long as that is heard. */
export class SyncNode {
  readonly id = newId();
  readonly #parts: NodeParts;
  #ownsUntilMs = Number.NEGATIVE_INFINITY;
  /** When the last beat that counts was asked for. */
  #saidAtMs = Number.NEGATIVE_INFINITY;
  #saying: Promise<void> = Promise.resolve();
  #hasTold = false;
  #isWatching = false;
  #isLeaving = false;
  #hasEnded = false;

  constructor(parts: NodeParts) {
    this.#parts = parts;
  }

  /** Resolves once it is known to the others, however long the database takes to be there. */
  async start(): Promise<void> {
    for (;;) {
      await this.#inTime(this.#say());
      if (this.isAlive || this.#hasEnded) break;
      await this.#pause(beatMs);
    }
    await this.#inTime(forgetGone(this.#parts.db, { id: this.id, url: this.#parts.url }));
    this.#beatLater();
  }

  /** Whether others take it for alive, by its own clock. */
  get isAlive(): boolean {
    return this.#parts.clock.nowMs() < this.#ownsUntilMs;
  }

  /** @returns null: another node owns the room, or this one takes none */
  async take(at: BoardAt): Promise<Lease | null> {
    const { db, clock } = this.#parts;
    const wish = { studioId: at.studioId, boardId: at.boardId, nodeId: this.id };
    const until = clock.nowMs() + handOverMs;
    while (this.isAlive && !this.#isLeaving) {
      const epoch = await takeLease(db, wish);
      if (epoch !== null) return new NodeLease(this, { db, at: { ...wish, epoch } });
      if (clock.nowMs() > until || !(await isBeingGivenBack(db, at))) return null;
      await this.#pause(lookMs);
    }
    return null;
  }

  /** It takes no more rooms, and nobody is sent here; those it has are its own until they are given back. */
  async leave(): Promise<void> {
    this.#isLeaving = true;
    await this.#inTime(markDraining(this.#parts.db, this.id));
  }

  async end(): Promise<void> {
    this.#hasEnded = true;
    // It would make the row anew.
    await this.#saying;
    await this.#inTime(removeNode(this.#parts.db, this.id));
  }

  async #say(): Promise<void> {
    const { db, clock, url, load, isApart = false } = this.#parts;
    // Before it is asked: the database counts from a later moment.
    const askedAt = clock.nowMs();
    const others = await beat(db, { id: this.id, url, load: load(), isApart, leaseMs });
    this.#hasTold = false;
    // One that was under way for long tells of a time that is over.
    if (askedAt < this.#saidAtMs || clock.nowMs() > askedAt + leaseMs) return;
    this.#saidAtMs = askedAt;
    // Where nobody else is there, a database that is away is away for all, and people can stay and wait for it.
    this.#ownsUntilMs = others > 0 ? askedAt + leaseMs - marginMs : Number.POSITIVE_INFINITY;
    this.#watch();
  }

  #beatLater(): void {
    this.#parts.clock.later(beatMs, () => {
      if (this.#hasEnded) return;
      this.#saying = this.#inTime(this.#say());
      void this.#saying.then(() => this.#beatLater());
    });
  }

  #watch(): void {
    const leftMs = this.#ownsUntilMs - this.#parts.clock.nowMs();
    if (this.#isWatching || leftMs === Number.POSITIVE_INFINITY) return;
    this.#isWatching = true;
    this.#parts.clock.later(Math.max(1, leftMs), () => {
      this.#isWatching = false;
      if (this.isAlive) this.#watch();
      else if (!this.#hasEnded) this.#parts.onPast();
    });
  }

  /** What fails or takes too long is told of once, until it goes well again. */
  async #inTime(asking: Promise<void>): Promise<void> {
    const asked = asking.catch((error: unknown) => {
      if (!this.#hasTold && !this.#hasEnded) this.#parts.onError(error);
      this.#hasTold = true;
    });
    await Promise.race([asked, this.#pause(answerMs)]);
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#parts.clock.later(ms, resolve));
  }
}

type TakenAt = Parameters<typeof releaseLease>[1];

class NodeLease implements Lease {
  readonly #node: SyncNode;
  readonly #db: Db;
  readonly #at: TakenAt;
  #isOver = false;

  constructor(node: SyncNode, { db, at }: { readonly db: Db; readonly at: TakenAt }) {
    this.#node = node;
    this.#db = db;
    this.#at = at;
  }

  get nodeId(): string {
    return this.#at.nodeId;
  }

  get epoch(): number {
    return this.#at.epoch;
  }

  holds(): boolean {
    return !this.#isOver && this.#node.isAlive;
  }

  giveUp(): void {
    this.#isOver = true;
  }

  release(): Promise<void> {
    return releaseLease(this.#db, this.#at);
  }
}
