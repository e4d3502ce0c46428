import type { Duplex } from 'node:stream';
import type { Clock } from '../rooms/Clock.ts';
import type { LogStore } from '../rooms/UpdateLog.ts';
import type { EndReason } from '../sockets/closeSocket.ts';

/** A socket counts its own bytes. */
type Counted = { readonly bytesRead?: number; readonly bytesWritten?: number };

/** A connection's end, and who was at its other end, as far as was known. */
export type Ended = {
  readonly connectionId: string;
  /** null: whoever it is, their pass was not good. */
  readonly boardId: string | null;
  readonly studioId: string | null;
  /** Of whom there is no person: the reader's. */
  readonly personId: string | null;
  readonly reason: EndReason;
  readonly code: number;
};

/** What a process's rooms have done since it started: plain numbers, for whoever asks. Nothing is counted that is not counted anyway. */
export class RoomsWatch {
  readonly #open = new Set<Duplex>();
  readonly #closes = new Map<EndReason, number>();
  readonly #ended = { bytesRead: 0, bytesWritten: 0 };
  /** How many rooms are open. */
  rooms: () => number = () => 0;
  /** How much has been taken from people and is not kept yet. */
  unkeptBytes: () => number = () => 0;
  /** Told how long each append took, when somebody wants to know. */
  onAppend: (seconds: number) => void = () => undefined;
  /** Told of each connection that has ended, when somebody wants to know. */
  onEnd: (ended: Ended) => void = () => undefined;
  ticks = 0;
  appending = 0;
  appendedBytes = 0;
  failedAppends = 0;
  compactions = 0;

  /** From the upgrade on. */
  add(stream: Duplex): void {
    this.#open.add(stream);
  }

  remove(stream: Duplex, ended: Ended): void {
    this.#open.delete(stream);
    const { bytesRead = 0, bytesWritten = 0 } = stream as Counted;
    this.#ended.bytesRead += bytesRead;
    this.#ended.bytesWritten += bytesWritten;
    this.#closes.set(ended.reason, (this.#closes.get(ended.reason) ?? 0) + 1);
    this.onEnd(ended);
  }

  get connections(): number {
    return this.#open.size;
  }

  /** As they went over the wire, TLS aside. */
  get bytes(): { readonly in: number; readonly out: number } {
    let [inside, outside] = [this.#ended.bytesRead, this.#ended.bytesWritten];
    for (const { bytesRead = 0, bytesWritten = 0 } of this.#open as Iterable<Counted>) {
      inside += bytesRead;
      outside += bytesWritten;
    }
    return { in: inside, out: outside };
  }

  /** What waits in our memory for those who read slowly. */
  get bufferedBytes(): number {
    let bytes = 0;
    for (const { writableLength } of this.#open) bytes += writableLength;
    return bytes;
  }

  /** By reason; `left` is whoever went by themselves, or whose line broke. */
  get closes(): ReadonlyMap<string, number> {
    return this.#closes;
  }

  /** The same clock, for rooms, with what it runs counted. */
  clock(clock: Clock): Clock {
    return {
      nowMs: clock.nowMs,
      load: clock.load,
      later: (ms, run) => {
        this.ticks += 1;
        clock.later(ms, run);
      },
    };
  }

  /** The same store, with what it does counted. */
  store(store: LogStore): LogStore {
    return new WatchedStore(store, this);
  }
}

class WatchedStore implements LogStore {
  readonly #store: LogStore;
  readonly #watch: RoomsWatch;

  constructor(store: LogStore, watch: RoomsWatch) {
    this.#store = store;
    this.#watch = watch;
  }

  async append(seq: number, update: Uint8Array, people: readonly string[]): Promise<void> {
    const watch = this.#watch;
    const since = performance.now();
    watch.appending += 1;
    try {
      await this.#store.append(seq, update, people);
      watch.appendedBytes += update.length;
      watch.onAppend((performance.now() - since) / 1000);
    } catch (error) {
      watch.failedAppends += 1;
      throw error;
    } finally {
      watch.appending -= 1;
    }
  }

  async compact(upto: number, state: Uint8Array): Promise<void> {
    await this.#store.compact(upto, state);
    this.#watch.compactions += 1;
  }
}
