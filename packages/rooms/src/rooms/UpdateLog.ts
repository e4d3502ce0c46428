import { mergeUpdates } from 'yjs';
import type { Backlog } from './Backlog.ts';
import type { Clock } from './Clock.ts';
import { LostLog } from './LostLog.ts';
import { roomLimits } from './limits.ts';
import { Tick } from './Tick.ts';

/** Where a board's updates are kept. What fails is tried again, unless it fails with `LostLog`. */
export interface LogStore {
  /**
   * The same update with the same seq once more is fine: the answer to the first may have been lost on its way.
   *
   * @param people whose changes are in it
   */
  append(seq: number, update: Uint8Array, people: readonly string[]): Promise<void>;
  /** From now on the board is opened by this state, which holds all up to `upto`; that becomes history. */
  compact(upto: number, state: Uint8Array): Promise<void>;
}

/** When what came since the last snapshot is worth a new one. */
const worthASnapshot = { updates: 200, bytes: 1024 * 1024 } as const;
/** How long one that failed is let be: each try takes the whole document. */
const compactAgainMs = 30_000;

export type LogOptions = {
  readonly store: LogStore;
  /** The last update that is kept. */
  readonly seq: number;
  /** How many updates, and of how many bytes, are kept outside of a snapshot. */
  readonly loose: { readonly updates: number; readonly bytes: number };
  /** The whole document, at the moment it is asked for; null: it can't be trusted any more. */
  readonly state: () => Uint8Array | null;
  /** Updates can't be kept here any more: nothing more is accepted. */
  readonly onLost: (error: unknown) => void;
  /** Something failed that will be tried again. */
  readonly onError: (error: unknown) => void;
  readonly clock: Clock;
  readonly backlog: Backlog;
  /** Left out: when it is worth one. */
  readonly compactAfter?: { readonly updates: number; readonly bytes: number };
};

type Batch = {
  readonly updates: Uint8Array[];
  readonly people: Set<string>;
  readonly kept: PromiseWithResolvers<number>;
  bytes: number;
};

/** How long what comes after a write waits, to be written together: a row costs more than what is in it. */
const pauseMs = 25;
/** A database that is away is tried again after this, and then after twice as long each time. */
const againMs = { first: 100, longest: 3_000 } as const;
/** Of a database that stays away, a try as rare as this is told of. */
const triesATelling = 20;
/** What an array takes beside its bytes. */
const besideBytes = 128;

/**
 * Keeps a document's updates in their order. What comes while one is being written goes together as the next; while the
 * database is away the one that failed is tried again as it was, and what comes waits, within bounds.
 */
export class UpdateLog {
  readonly #options: LogOptions;
  readonly #tick: Tick;
  #seq: number;
  #loose: { updates: number; bytes: number };
  #next: Batch | null = null;
  #writing: Batch | null = null;
  #compacting: Promise<void> | null = null;
  #compactNotBefore = Number.NEGATIVE_INFINITY;
  #isLost = false;

  constructor(options: LogOptions) {
    this.#options = options;
    this.#seq = options.seq;
    this.#loose = { ...options.loose };
    const run = () => {
      void this.#write();
      return 0;
    };
    this.#tick = new Tick({ clock: options.clock, run, pauseMs: writePause });
  }

  /** Whether so many bytes more may wait to be kept. */
  hasRoomFor(bytes: number): boolean {
    const waiting = (this.#next?.bytes ?? 0) + (this.#writing?.bytes ?? 0);
    return waiting + bytes <= roomLimits.unkeptBytes && this.#options.backlog.hasRoomFor(bytes);
  }

  /** @param people whose it is; none: the server's own */
  add(update: Uint8Array, people: Iterable<string> = []): void {
    // Nothing will write it, and nobody give back what it takes.
    if (this.#isLost) return;
    this.#next ??= newBatch();
    this.#next.updates.push(update);
    for (const person of people) this.#next.people.add(person);
    this.#next.bytes += update.length + besideBytes;
    this.#options.backlog.take(update.length + besideBytes);
    if (!this.#writing) this.#tick.ask();
  }

  /** Resolves, with the log's seq, once everything added so far is kept; rejects when it can't be. */
  kept(): Promise<number> {
    return (this.#next ?? this.#writing)?.kept.promise ?? Promise.resolve(this.#seq);
  }

  /** Resolves once all is kept and much more can be; rejects when it can't be. */
  async drained(): Promise<void> {
    await this.kept();
    while (!this.hasRoomFor(roomLimits.messageBytes)) await this.#pause(againMs.longest);
  }

  /** Writes what there is, and a snapshot if there was anything to put into it. */
  async close(): Promise<void> {
    await this.kept();
    await this.#compacting;
    if (this.#loose.updates > 0) await this.#compact();
  }

  async #write(): Promise<void> {
    const batch = this.#next;
    if (!batch) return;
    this.#next = null;
    this.#writing = batch;
    let update: Uint8Array;
    try {
      update = mergeUpdates(batch.updates);
      await this.#append(update, [...batch.people]);
    } catch (error) {
      this.#lose(error);
      return;
    }
    this.#seq += 1;
    this.#loose = { updates: this.#loose.updates + 1, bytes: this.#loose.bytes + update.length };
    this.#options.backlog.give(batch.bytes);
    this.#writing = null;
    batch.kept.resolve(this.#seq);
    if (this.#isCompactionDue()) void this.#compact();
    if (this.#next) this.#tick.ask();
  }

  /** @throws LostLog, and nothing else. */
  async #append(update: Uint8Array, people: readonly string[]): Promise<void> {
    const { store, onError } = this.#options;
    for (let tries = 1; ; tries += 1) {
      try {
        await store.append(this.#seq + 1, update, people);
        return;
      } catch (error) {
        if (error instanceof LostLog) throw error;
        if (tries % triesATelling === 1) onError(error);
      }
      await this.#pause(Math.min(againMs.longest, againMs.first * 2 ** (tries - 1)));
    }
  }

  #pause(ms: number): Promise<void> {
    // Not all rooms at the same moment.
    return new Promise((resolve) => this.#options.clock.later(ms * (0.75 + Math.random() / 2), resolve));
  }

  #lose(error: unknown): void {
    this.#isLost = true;
    for (const batch of [this.#writing, this.#next]) {
      this.#options.backlog.give(batch?.bytes ?? 0);
      batch?.kept.reject(error);
    }
    this.#options.onLost(error);
  }

  #isCompactionDue(): boolean {
    const { updates, bytes } = this.#loose;
    const { compactAfter = worthASnapshot, clock } = this.#options;
    const isWorthIt = updates >= compactAfter.updates || bytes >= compactAfter.bytes;
    return isWorthIt && !this.#compacting && clock.nowMs() >= this.#compactNotBefore;
  }

  /** Beside the writing, which only adds above `upto`. The state may hold more than that: applying an update twice does no harm. */
  async #compact(): Promise<void> {
    const { store, state, clock, onError } = this.#options;
    const whole = state();
    if (!whole) return;
    const folded = this.#loose;
    this.#loose = { updates: 0, bytes: 0 };
    this.#compacting = store
      .compact(this.#seq, whole)
      .catch((error: unknown) => {
        this.#loose = {
          updates: this.#loose.updates + folded.updates,
          bytes: this.#loose.bytes + folded.bytes,
        };
        this.#compactNotBefore = clock.nowMs() + compactAgainMs;
        onError(error);
      })
      .finally(() => {
        this.#compacting = null;
      });
    await this.#compacting;
  }
}

function writePause(): number {
  return pauseMs;
}

function newBatch(): Batch {
  const kept = Promise.withResolvers<number>();
  // Nobody may be waiting when it fails; `onLost` says so then.
  kept.promise.catch(() => undefined);
  return { updates: [], people: new Set(), kept, bytes: 0 };
}
