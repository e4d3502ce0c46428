import type { FramePoint } from '@pinpaint/domain';

/** Leaves out points that lie within `tolerance` of the line without them (Ramer 1972, Douglas and Peucker 1973). */
export function simplifyPath(path: readonly FramePoint[], tolerance: number): readonly FramePoint[] {
  const [first] = path;
  const last = path.at(-1);
  if (!first || !last || path.length < 3) return path;
  const farthest = farthestFrom(path, first, last);
  if (farthest.distance <= tolerance) return [first, last];
  const before = simplifyPath(path.slice(0, farthest.index + 1), tolerance);
  const after = simplifyPath(path.slice(farthest.index), tolerance);
  return [...before, ...after.slice(1)];
}

function farthestFrom(path: readonly FramePoint[], from: FramePoint, to: FramePoint) {
  let farthest = { index: 0, distance: 0 };
  for (const [index, point] of path.entries()) {
    const distance = distanceToSegment(point, from, to);
    if (distance > farthest.distance) farthest = { index, distance };
  }
  return farthest;
}

/** Of the segment and not its line: a ring's ends lie on each other. */
function distanceToSegment([x, y]: FramePoint, [ax, ay]: FramePoint, [bx, by]: FramePoint): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
