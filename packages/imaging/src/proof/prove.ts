import type { AlphaPlane } from '../alpha/alphaPlane.ts';
import { type Placed, rectOfPlaced } from '../picture/picture.ts';
import { type ProofCounts, startProof } from './startProof.ts';

export type ProveRequest = {
  readonly before: Placed;
  readonly after: Placed;
  readonly permitted: readonly AlphaPlane[];
  readonly locks: readonly AlphaPlane[];
};

/** What differs between two pictures, and whether it was allowed to. */
export function prove({ before, after, permitted, locks }: ProveRequest): ProofCounts {
  const proof = startProof({
    beforeBounds: rectOfPlaced(before),
    afterBounds: rectOfPlaced(after),
    permitted,
    locks,
  });
  proof.add({ before, after });
  return proof.finish();
}
