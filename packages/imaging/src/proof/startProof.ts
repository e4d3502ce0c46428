import type { PixelRect } from '@pinpaint/domain';
import type { AlphaPlane } from '../alpha/alphaPlane.ts';
import type { Placed } from '../picture/picture.ts';

/** Counts of pixels in which any sample differs. */
export type ProofCounts = {
  readonly changedInside: number;
  readonly changedOutside: number;
  /** Counted in one of the other two as well. */
  readonly changedInLocks: number;
};

export type ProofRequest = {
  readonly beforeBounds: PixelRect;
  readonly afterBounds: PixelRect;
  /** What the edits may have changed: inside is where any of them is not 0. */
  readonly permitted: readonly AlphaPlane[];
  readonly locks: readonly AlphaPlane[];
};

/** A full-width band of both pictures; `before` is null where the earlier bounds have no such rows. */
export type ProofStrip = { readonly before: Placed | null; readonly after: Placed };

/** A proof under way. It takes the bands from top to bottom, so that none can be left out. */
export type Proof = {
  /** @throws RangeError when the band is not the next one, or the pictures' formats differ. */
  readonly add: (strip: ProofStrip) => void;
  /** @throws RangeError while rows are missing. */
  readonly finish: () => ProofCounts;
};

/** For frames too large to hold twice: fed by `add`, band by band. */
export function startProof(_request: ProofRequest): Proof {
  throw new Error('startProof: not built yet');
}
