import { applyCounting, type BoardChanges } from '@pinpaint/board';
import * as Y from 'yjs';
import { mergeMany } from './mergeMany.ts';

/** A document that goes through a board's past, in a thread of its own. Rows are taken first, then gone through. */
export class PastDocument {
  readonly #doc = new Y.Doc();
  #taken: Uint8Array[] = [];

  take(updates: readonly Uint8Array[]): void {
    this.#taken.push(...updates);
  }

  pass(): void {
    const updates = this.#giveTaken();
    Y.transact(this.#doc, () => {
      for (const update of updates) Y.applyUpdate(this.#doc, update);
    });
  }

  /** What was taken makes of the document. */
  count(): BoardChanges {
    return applyCounting(this.#doc, this.#giveTaken());
  }

  /** What was taken, as one update. */
  merge(): Uint8Array {
    const before = Y.encodeStateVector(this.#doc);
    const updates = [...this.#taken];
    this.pass();
    return smaller(
      mergeMany(updates),
      // Without what came and went within the span, but with all that was ever taken away.
      Y.encodeStateAsUpdate(this.#doc, before),
    );
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  #giveTaken(): readonly Uint8Array[] {
    const taken = this.#taken;
    this.#taken = [];
    return taken;
  }
}

function smaller(one: Uint8Array, other: Uint8Array): Uint8Array {
  return other.length < one.length ? other : one;
}
