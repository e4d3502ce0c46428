import { containsRect, intersectRects, type PixelRect } from '@pinpaint/domain';
import type { AlphaPlane } from '../alpha/alphaPlane.ts';
import { type Placed, rectOfPlaced } from '../picture/picture.ts';
import { countUnder, markChanged } from './changedRow.ts';

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
  /** @throws RangeError when the band is not the next one, lacks pixels, or the two formats differ. */
  readonly add: (strip: ProofStrip) => void;
  /** @throws RangeError while rows are missing. */
  readonly finish: () => ProofCounts;
};

/**
 * For frames too large to hold twice: fed by `add`, band by band. A pixel that had none before (an extend)
 * counts as changed.
 *
 * @throws RangeError when `afterBounds` leave out any of `beforeBounds`: frames grow, they never shrink.
 */
export function startProof(request: ProofRequest): Proof {
  const { beforeBounds, afterBounds } = request;
  if (!containsRect(afterBounds, beforeBounds)) throw new RangeError('startProof: pixels were taken away');
  const count = { changedInside: 0, changedOutside: 0, changedInLocks: 0 };
  const marks = new Uint8Array(afterBounds.width);
  const bottom = afterBounds.y + afterBounds.height;
  let y = afterBounds.y;

  function countRow(strip: ProofStrip): void {
    const changed = markChanged(marks, strip, y);
    if (changed === 0) return;
    const start = { x: afterBounds.x, y };
    const inside = countUnder(marks, start, request.permitted);
    count.changedInside += inside;
    count.changedOutside += changed - inside;
    count.changedInLocks += countUnder(marks, start, request.locks);
  }

  return {
    add(strip) {
      checkStrip(strip, request, y);
      for (let row = 0; row < strip.after.picture.height; row += 1, y += 1) countRow(strip);
    },
    finish() {
      if (y !== bottom) throw new RangeError(`Proof.finish: ${bottom - y} rows are missing`);
      return { ...count };
    },
  };
}

function checkStrip(
  { before, after }: ProofStrip,
  { beforeBounds, afterBounds }: ProofRequest,
  y: number,
): void {
  const rect = rectOfPlaced(after);
  const band = { ...afterBounds, y, height: rect.height };
  if (!containsRect(afterBounds, rect) || !containsRect(rect, band)) {
    throw new RangeError(`Proof.add: the band at y ${y} over the whole width comes next`);
  }
  const had = intersectRects(beforeBounds, rect);
  if (!had) return;
  if (!before || !containsRect(rectOfPlaced(before), had)) {
    throw new RangeError('Proof.add: the picture before lacks pixels of this band');
  }
  const { channels, depth } = before.picture;
  if (channels !== after.picture.channels || depth !== after.picture.depth) {
    throw new RangeError('Proof.add: the formats of the two pictures differ');
  }
}
