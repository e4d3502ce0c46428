import { del, get, set } from 'idb-keyval';
import * as Y from 'yjs';

const waitMs = 200;

/**
 * Changes to a board's document that the server has not kept yet, on this device: a page that is closed
 * offline brings them back. A browser without a store (a private window of some) goes without.
 */
export class UnsavedChanges {
  readonly #key: string;
  #updates: Uint8Array[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(boardId: string) {
    this.#key = `pinpaint/unsaved/${boardId}`;
  }

  async load(): Promise<Uint8Array | null> {
    const kept = await get<Uint8Array>(this.#key).catch(() => undefined);
    if (kept) this.#updates.unshift(kept);
    return kept ?? null;
  }

  add(update: Uint8Array): void {
    this.#updates.push(update);
    // Not at every step of a drag, each of which is an update.
    this.#timer ??= setTimeout(() => this.#write(), waitMs);
  }

  async clear(): Promise<void> {
    if (this.#updates.length === 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#updates = [];
    await del(this.#key).catch(() => undefined);
  }

  #write(): void {
    this.#timer = undefined;
    this.#updates = [Y.mergeUpdates(this.#updates)];
    void set(this.#key, this.#updates[0]).catch(() => undefined);
  }
}
