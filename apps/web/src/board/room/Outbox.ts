import { ApiError } from '../../data/ApiError.ts';
import type { Waiting } from '../state/boardStore.ts';

export type OutboxPorts = {
  /** Sends one; rejects with an ApiError when the server says no, or says nothing. */
  readonly send: (waiting: Waiting) => Promise<unknown>;
  /** What this device has kept from before, and how it keeps it. */
  readonly load: () => Promise<readonly Waiting[]>;
  readonly keep: (waiting: readonly Waiting[]) => Promise<void>;
  readonly onChange: (waiting: readonly Waiting[]) => void;
  /** The server will never take it. */
  readonly onRefused: (waiting: Waiting, error: ApiError) => void;
  /** Whether the last one came through, as far as it was tried. */
  readonly onReach: (isReached: boolean) => void;
};

/**
 * What people place, until the server has it: in order, kept on the device, and sent again as often as it
 * takes; its own id keeps it from being there twice.
 */
export class Outbox {
  readonly #ports: OutboxPorts;
  #waiting: readonly Waiting[] = [];
  #isSending = false;
  readonly ready: Promise<void>;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    this.ready = this.#takeUp();
  }

  put(waiting: Waiting): Promise<void> {
    this.#change([...this.#waiting, waiting]);
    return this.send();
  }

  /** Tries what waits, oldest first; stops at the first that can't be sent now. */
  async send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
        if (!(await this.#isDone(next))) return;
        const { id } = next;
        this.#change(this.#waiting.filter((waiting) => waiting.id !== id));
      }
    } finally {
      this.#isSending = false;
    }
  }

  async #isDone(waiting: Waiting): Promise<boolean> {
    try {
      await this.#ports.send(waiting);
      this.#ports.onReach(true);
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#ports.onReach(!error.isPassing);
      if (error.isPassing) return false;
      this.#ports.onRefused(waiting, error);
      return true;
    }
  }

  async #takeUp(): Promise<void> {
    const kept = await this.#ports.load();
    if (kept.length > 0) this.#change([...kept, ...this.#waiting]);
  }

  #change(waiting: readonly Waiting[]): void {
    this.#waiting = waiting;
    this.#ports.onChange(waiting);
    void this.#ports.keep(waiting);
  }
}
