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
  #waiting: Uint8Array | null = null;
  #messages = 0;

  get isEmpty(): boolean {
    return this.#waiting === null;
  }

  /**
   * Applies a change together with what waits for it.
   *
   * @returns false when more waits than may
   */
  apply(doc: Y.Doc, { update, isWhole }: Update): boolean {
    Y.applyUpdate(doc, update);
    const left = takeLeftover(doc);
    const all = this.#waiting ? [this.#waiting, ...left] : left;
    this.#waiting = null;
    if (all.length > 0) {
      Y.applyUpdateV2(doc, all.length === 1 && all[0] ? all[0] : Y.mergeUpdatesV2(all));
      const still = takeLeftover(doc);
      this.#waiting = still.length > 0 && !isWhole ? Y.mergeUpdatesV2(still) : null;
    }
    this.#messages = this.#waiting ? this.#messages + 1 : 0;
    return this.#messages <= roomLimits.gapMessages && (this.#waiting?.length ?? 0) <= roomLimits.gapBytes;
  }
}

/** What a document could not use yet, taken out of it. */
function takeLeftover({ store }: Y.Doc): Uint8Array[] {
  const { pendingStructs, pendingDs } = store;
  store.pendingStructs = null;
  store.pendingDs = null;
  return [...(pendingStructs ? [pendingStructs.update] : []), ...(pendingDs ? [pendingDs] : [])];
}
