import type { FramePoint } from '@pinpaint/domain';
import type { SpansAt } from './coverage.ts';
import { startSweep } from './sweep.ts';

/**
 * The inside of a closed polygon by the non-zero rule: what a hand has gone round is inside, also where
 * its line crosses itself.
 */
export function lassoSpans(points: readonly FramePoint[]): SpansAt {
  const edges = edgesOf(points);
  const line = startSweep(
    edges.map((edge) => edge.top),
    edges.map((edge) => edge.bottom),
    (shape, y) => {
      const edge = edges[shape];
      return edge ? edge.x + (y - edge.top) * edge.slope : 0;
    },
  );
  return (y, emit) => {
    const count = line.moveTo(y);
    let winding = 0;
    let left = 0;
    for (let i = 0; i < count; i += 1) {
      const shape = line.active[i] ?? 0;
      const x = line.keys[shape] ?? 0;
      if (winding === 0) left = x;
      winding += edges[shape]?.winding ?? 0;
      if (winding === 0) emit(left, x);
    }
  };
}

type Edge = {
  readonly top: number;
  readonly bottom: number;
  /** At the top. */
  readonly x: number;
  /** Of x by y. */
  readonly slope: number;
  readonly winding: 1 | -1;
};

/** Horizontal edges bound nothing sideways and are left out. */
function edgesOf(points: readonly FramePoint[]): readonly Edge[] {
  return points.flatMap((from, i) => {
    const to = points[(i + 1) % points.length] ?? from;
    if (from[1] === to[1]) return [];
    const [upper, lower, winding] = from[1] < to[1] ? [from, to, 1 as const] : [to, from, -1 as const];
    const slope = (lower[0] - upper[0]) / (lower[1] - upper[1]);
    return [{ top: upper[1], bottom: lower[1], x: upper[0], slope, winding }];
  });
}
