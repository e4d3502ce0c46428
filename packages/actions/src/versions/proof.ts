/** Counted over the whole frame from stored samples; counts are pixels in which any sample differs. */
export type Proof = {
  readonly changedInside: number;
  readonly changedOutside: number;
  readonly changedInLocks: number;
  readonly masterDigest: string;
  /** SHA-256 of the result's samples, as `masterDigest` is of the master's. */
  readonly resultDigest: string;
  /** Names the permitted alphas and locks it was counted under. */
  readonly planesDigest: string;
};

/** Only what was permitted has changed. */
export function proofHolds(proof: Proof): boolean {
  return proof.changedOutside === 0 && proof.changedInLocks === 0;
}
