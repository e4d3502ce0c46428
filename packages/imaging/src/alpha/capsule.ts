import type { BrushStroke, FramePoint } from '@pinpaint/domain';

/** All within `radius` of a straight piece of a stroke; a dot where both ends are the same. */
export type Capsule = {
  readonly from: FramePoint;
  readonly to: FramePoint;
  readonly radius: number;
  /** From the middle line to its right-hand long side. */
  readonly side: FramePoint;
  readonly top: number;
  readonly bottom: number;
};

export function capsulesOf({ points, radiusPx: radius }: BrushStroke): readonly Capsule[] {
  if (!(radius > 0)) return [];
  const starts = points.length > 1 ? points.slice(0, -1) : points;
  return starts.map((from, i) => capsule(from, points[i + 1] ?? from, radius));
}

function capsule(from: FramePoint, to: FramePoint, radius: number): Capsule {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  // Not Math.hypot: engines round it differently, and the browser's preview has to equal the server's.
  const length = Math.sqrt(dx * dx + dy * dy);
  const side: FramePoint = length > 0 ? [(-dy / length) * radius, (dx / length) * radius] : [0, 0];
  const [top, bottom] = [Math.min(from[1], to[1]) - radius, Math.max(from[1], to[1]) + radius];
  return { from, to, radius, side, top, bottom };
}

/** How far a capsule goes at height `y` to the right (sign 1), or to the left (−1) as a negative x. */
export function reach({ from, to, radius, side }: Capsule, y: number, sign: 1 | -1): number {
  const [sx, sy] = side;
  return Math.max(
    reachOfDisc(from, radius, y, sign),
    reachOfDisc(to, radius, y, sign),
    reachOfLine([from[0] + sx, from[1] + sy], [to[0] + sx, to[1] + sy], y, sign),
    reachOfLine([from[0] - sx, from[1] - sy], [to[0] - sx, to[1] - sy], y, sign),
  );
}

/** The furthest that a capsule goes between two heights: it is convex, so it is an end's, or at its outermost point. */
export function furthestReach(
  shape: Capsule,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  sign: 1 | -1,
): number {
  const { from, to, radius } = shape;
  const [x, y] = sign * from[0] > sign * to[0] ? from : to;
  if (y >= top && y <= bottom) return sign * x + radius;
  return Math.max(reach(shape, top, sign), reach(shape, bottom, sign));
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
