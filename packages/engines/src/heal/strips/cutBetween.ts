import { differenceAt, type Meeting, sharedLines, type View } from './layStrips.ts';

/**
 * For each pixel of a line the first line that is the later copy's: the path along which the two differ least (Efros
 * and Freeman 2001), moving by a line at most from pixel to pixel.
 */
export function cutBetween(view: View, meeting: Meeting, reach: number): Int32Array {
  const { length, known } = view.side;
  const [first, to] = sharedLines(view.side, meeting, reach);
  const from = Math.max(known, first);
  const width = to - from;
  if (width < 2) return new Int32Array(length).fill(meeting.start);
  const ways = new Int8Array(length * width);
  let costs = new Float64Array(width);
  for (let at = 0; at < length; at++) {
    const next = new Float64Array(width);
    for (let i = 0; i < width; i++) {
      const way = cheapestWay(costs, i);
      ways[at * width + i] = way;
      next[i] = (costs[i + way] ?? 0) + differenceAt(view, meeting, from + i, at);
    }
    costs = next;
  }
  const cuts = new Int32Array(length);
  let i = costs.indexOf(Math.min(...costs));
  for (let at = length - 1; at >= 0; at--) {
    cuts[at] = from + i;
    i += ways[at * width + i] ?? 0;
  }
  return cuts;
}

function cheapestWay(costs: Float64Array, i: number): -1 | 0 | 1 {
  const own = costs[i] ?? Infinity;
  const lower = costs[i - 1] ?? Infinity;
  const upper = costs[i + 1] ?? Infinity;
  if (own <= lower && own <= upper) return 0;
  return lower < upper ? -1 : 1;
}
