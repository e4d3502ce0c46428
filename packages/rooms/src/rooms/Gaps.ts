import * as Y from 'yjs';
import { roomLimits } from './limits.ts';

type Update = {
  readonly update: Uint8Array;
  /** It is all that the sender has: what has no beginning in it, the sender can't use either; whoever has the beginning has the rest. */
  readonly isWhole: boolean;
};

/**
 * Changes of one connection that came before what they build on. Yjs would keep them in the document and
 * try them again with everybody's every message; kept here, they cost their sender alone, and within bounds.
 */
export class Gaps {
  #waiting: Uint8Array[] = [];
  #isWhole = false;
  #tries = 0;

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Applies what can be; the rest waits. */
  apply(doc: Y.Doc, { update, isWhole }: Update): void {
    Y.applyUpdate(doc, update);
    this.#waiting.push(...takeLeftover(doc));
    this.#isWhole ||= isWhole;
  }

  /**
   * Tries what waits once more, after all that has come in one moment: who comes back sends what they do before what
   * they have done.
   *
   * @returns false when more waits, or for longer, than may
   */
  settle(doc: Y.Doc): boolean {
    if (this.#waiting.length > 0) {
      Y.applyUpdateV2(doc, merged(this.#waiting));
      const still = takeLeftover(doc);
      this.#waiting = still.length > 0 && !this.#isWhole ? [merged(still)] : [];
    }
    this.#isWhole = false;
    this.#tries = this.isEmpty ? 0 : this.#tries + 1;
    return this.#tries <= roomLimits.gapTries && (this.#waiting[0]?.length ?? 0) <= roomLimits.gapBytes;
  }
}

function merged(updates: readonly Uint8Array[]): Uint8Array {
  const [only, ...others] = updates;
  return only && others.length === 0 ? only : Y.mergeUpdatesV2([...updates]);
}

/** What a document could not use yet, taken out of it. */
function takeLeftover({ store }: Y.Doc): Uint8Array[] {
  const { pendingStructs, pendingDs } = store;
  store.pendingStructs = null;
  store.pendingDs = null;
  return [...(pendingStructs ? [pendingStructs.update] : []), ...(pendingDs ? [pendingDs] : [])];
}
