import { type Copy, differenceAt, type Meeting, sharedLines, type View } from './layStrips.ts';

/** Lines to either side of the seam that are compared. */
const besides = 8;
/** How many pixels of a line are looked at. */
const looks = 400;

/** Where the later copy fits best on the one before, not farther away than what planning rounded off. */
export function meet(view: View, meeting: Meeting, within: number): Copy {
  const { after, start, end } = meeting;
  const { known } = view.side;
  let best = after;
  let least = Infinity;
  for (let shift = after.shift - within; shift <= after.shift + within; shift++) {
    if (start + shift < 0 || end + shift > known) continue;
    for (let drift = -within; drift <= within; drift++) {
      const copy = { shift, drift };
      // Of equals the one that was planned.
      const far = Math.abs(shift - after.shift) + Math.abs(drift);
      const cost = misfit(view, { ...meeting, after: copy }) + 0.01 * far;
      if (cost >= least) continue;
      least = cost;
      best = copy;
    }
  }
  return best;
}

function misfit(view: View, meeting: Meeting): number {
  const { length } = view.side;
  const [from, to] = sharedLines(view.side, meeting, besides);
  const stride = Math.max(1, Math.floor(length / looks));
  let sum = 0;
  let count = 0;
  for (let at = 0; at < length; at += stride) {
    for (let line = from; line < to; line++) {
      sum += differenceAt(view, meeting, line, at);
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
