import { createStore, del, set, values } from 'idb-keyval';
import type { Letter } from './letter.ts';

/** Where letters outlive the tab. */
export interface LetterStore {
  /** Oldest first. */
  all(): Promise<readonly Letter[]>;
  put(letter: Letter): Promise<void>;
  remove(id: string): Promise<void>;
}

/** IndexedDB keeps its keys sorted, and UUIDv7 sorts by time. */
export function openLetterStore(): LetterStore {
  const store = createStore('pinpaint-outbox', 'letters');
  return {
    all: () => values<Letter>(store),
    put: (letter) => set(letter.id, letter, store),
    remove: (id) => del(id, store),
  };
}
