import { mergeUpdates } from 'yjs';
import type { Clock } from './Clock.ts';
import { Tick } from './Tick.ts';

/** Where a board's updates are kept. */
export interface LogStore {
  /** Fails when there is an update with this seq: then another server owns the board. */
  append(seq: number, update: Uint8Array): Promise<void>;
  /** Replaces what is kept up to `upto` by a state that holds it. Either all of it has happened, or nothing. */
  compact(upto: number, state: Uint8Array): Promise<void>;
}

/** When what came since the last snapshot is worth a new one. */
const compactAfter = { updates: 200, bytes: 1024 * 1024 } as const;

export type LogOptions = {
  readonly store: LogStore;
  /** The last update that is kept. */
  readonly seq: number;
  /** How many updates, and of how many bytes, are kept outside of a snapshot. */
  readonly loose: { readonly updates: number; readonly bytes: number };
  /** The whole document, at the moment it is asked for; null: it can't be trusted any more. */
  readonly state: () => Uint8Array | null;
  /** An update could not be kept: nothing more is accepted. */
  readonly onLost: (error: unknown) => void;
  /** A compaction failed; the next one does its work. */
  readonly onError: (error: unknown) => void;
  readonly clock: Clock;
};

type Batch = { readonly updates: Uint8Array[]; readonly kept: PromiseWithResolvers<number> };

/** How long what comes after a write waits, to be written together: a row costs more than what is in it. */
const pauseMs = 25;

/** Keeps a document's updates in their order. What comes while one is being written goes together as the next. */
export class UpdateLog {
  readonly #options: LogOptions;
  readonly #tick: Tick;
  #seq: number;
  #loose: { updates: number; bytes: number };
  #next: Batch | null = null;
  #writing: Promise<number> | null = null;
  #compacting: Promise<void> | null = null;

  constructor(options: LogOptions) {
    this.#options = options;
    this.#seq = options.seq;
    this.#loose = { ...options.loose };
    const run = () => {
      void this.#write();
      return 0;
    };
    this.#tick = new Tick({ clock: options.clock, run, pauseMs: () => pauseMs });
  }

  add(update: Uint8Array): void {
    this.#next ??= newBatch();
    this.#next.updates.push(update);
    if (!this.#writing) this.#tick.ask();
  }

  /** Resolves, with the log's seq, once everything added so far is kept; rejects when it can't be. */
  kept(): Promise<number> {
    return this.#next?.kept.promise ?? this.#writing ?? Promise.resolve(this.#seq);
  }

  /** Writes what there is, and a snapshot if there was anything to put into it. */
  async close(): Promise<void> {
    await this.kept();
    await this.#compacting;
    if (this.#loose.updates > 0) await this.#compact();
  }

  async #write(): Promise<void> {
    const batch = this.#takeNext();
    if (!batch) return;
    const update = mergeUpdates(batch.updates);
    try {
      await this.#options.store.append(this.#seq + 1, update);
    } catch (error) {
      this.#lose(batch, error);
      return;
    }
    this.#seq += 1;
    this.#loose = { updates: this.#loose.updates + 1, bytes: this.#loose.bytes + update.length };
    batch.kept.resolve(this.#seq);
    const isDue = this.#loose.updates >= compactAfter.updates || this.#loose.bytes >= compactAfter.bytes;
    if (isDue && !this.#compacting) void this.#compact();
    this.#writing = null;
    if (this.#next) this.#tick.ask();
  }

  #takeNext(): Batch | null {
    const batch = this.#next;
    this.#next = null;
    if (batch) this.#writing = batch.kept.promise;
    return batch;
  }

  #lose(batch: Batch, error: unknown): void {
    batch.kept.reject(error);
    this.#next?.kept.reject(error);
    this.#options.onLost(error);
  }

  /** Beside the writing, which only adds above `upto`. The state may hold more than that: applying an update twice does no harm. */
  async #compact(): Promise<void> {
    const state = this.#options.state();
    if (!state) return;
    const folded = this.#loose;
    this.#loose = { updates: 0, bytes: 0 };
    this.#compacting = this.#options.store
      .compact(this.#seq, state)
      .catch((error: unknown) => {
        this.#loose = {
          updates: this.#loose.updates + folded.updates,
          bytes: this.#loose.bytes + folded.bytes,
        };
        this.#options.onError(error);
      })
      .finally(() => {
        this.#compacting = null;
      });
    await this.#compacting;
  }
}

function newBatch(): Batch {
  const kept = Promise.withResolvers<number>();
  // Nobody may be waiting when it fails; `onLost` says so then.
  kept.promise.catch(() => undefined);
  return { updates: [], kept };
}
