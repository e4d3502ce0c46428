/**
 * - `store.away`: nobody answers, or they answer that they can't right now; asking again later may help.
 * - `store.refused`: they don't let us, as with a wrong key or without the bucket; an operator has to look.
 * - `store.rotten`: what they gave is not what was put.
 */
export type StoreErrorCode = 'store.away' | 'store.refused' | 'store.rotten';

/** Blobs can't be reached. Its message holds neither addresses nor keys. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, says: string) {
    super(`${code}: ${says}`);
    this.name = 'StoreError';
    this.code = code;
  }
}
