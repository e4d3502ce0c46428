/**
 * Why a walk through the past came to no end. `busy`: too many wait, or it did not come to its turn in time; `timed-out`: it took too
 * long; `too-large`: for the thread's memory; `given-up`: nobody waits for it any more.
 */
export type PastErrorCode = 'history.busy' | 'history.timed-out' | 'history.too-large' | 'history.given-up';

export type PastError = { readonly code: PastErrorCode };

/** Thrown within a walk alone, and a Result where it was asked for. */
export class PastEnded extends Error {
  readonly code: PastErrorCode;

  constructor(code: PastErrorCode) {
    super(code);
    this.code = code;
  }
}
