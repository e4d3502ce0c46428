import type { BrushStroke, FramePoint } from '@pinpaint/domain';
import type { SpansAt } from './coverage.ts';
import { startSweep } from './sweep.ts';

/** What round-capped strokes cover together. */
export function strokeSpans(strokes: readonly BrushStroke[]): SpansAt {
  const capsules = strokes.flatMap(capsulesOf);
  const line = startSweep(
    capsules.map(({ from, to, radius }) => Math.min(from[1], to[1]) - radius),
    capsules.map(({ from, to, radius }) => Math.max(from[1], to[1]) + radius),
    (shape, y) => -reach(capsules[shape], y, -1),
  );
  return (y, emit) => {
    const count = line.moveTo(y);
    if (count === 0) return;
    let left = line.keys[line.active[0] ?? 0] ?? 0;
    let right = left;
    for (let i = 0; i < count; i += 1) {
      const shape = line.active[i] ?? 0;
      const start = line.keys[shape] ?? 0;
      if (start > right) {
        emit(left, right);
        left = start;
      }
      right = Math.max(right, reach(capsules[shape], y, 1));
    }
    emit(left, right);
  };
}

/** All within `radius` of a straight piece of a stroke; a dot where both ends are the same. */
type Capsule = {
  readonly from: FramePoint;
  readonly to: FramePoint;
  readonly radius: number;
  /** From the middle line to its right-hand long side. */
  readonly side: FramePoint;
};

function capsulesOf({ points, radiusPx: radius }: BrushStroke): readonly Capsule[] {
  if (!(radius > 0)) return [];
  const starts = points.length > 1 ? points.slice(0, -1) : points;
  return starts.map((from, i) => {
    const to = points[i + 1] ?? from;
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    // Not Math.hypot: engines round it differently, and the browser's preview has to equal the server's.
    const length = Math.sqrt(dx * dx + dy * dy);
    const side: FramePoint = length > 0 ? [(-dy / length) * radius, (dx / length) * radius] : [0, 0];
    return { from, to, radius, side };
  });
}

/** How far a capsule goes at height `y` to the right (sign 1), or to the left (−1) as a negative x. */
function reach(capsule: Capsule | undefined, y: number, sign: 1 | -1): number {
  if (!capsule) return -Infinity;
  const { from, to, radius, side } = capsule;
  const [sx, sy] = side;
  return Math.max(
    reachOfDisc(from, radius, y, sign),
    reachOfDisc(to, radius, y, sign),
    reachOfLine([from[0] + sx, from[1] + sy], [to[0] + sx, to[1] + sy], y, sign),
    reachOfLine([from[0] - sx, from[1] - sy], [to[0] - sx, to[1] - sy], y, sign),
  );
}

function reachOfDisc([x, y]: FramePoint, radius: number, lineY: number, sign: 1 | -1): number {
  const half = radius * radius - (lineY - y) * (lineY - y);
  return half >= 0 ? sign * x + Math.sqrt(half) : -Infinity;
}

function reachOfLine(from: FramePoint, to: FramePoint, y: number, sign: 1 | -1): number {
  const height = to[1] - from[1];
  const along = (y - from[1]) / height;
  return along >= 0 && along <= 1 ? sign * (from[0] + along * (to[0] - from[0])) : -Infinity;
}
