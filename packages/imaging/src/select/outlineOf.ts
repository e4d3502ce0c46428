import type { FramePoint, PixelRect, PixelSize, Region } from '@pinpaint/domain';
import { type Contour, traceContours } from '../alpha/traceContours.ts';

/** Of a pixel of the plane; a hand would not follow it more closely. */
const tolerance = 0.35;
const mostPoints = 4_000;
/** A part or a hole of less than this of the largest is dust. */
const leastShare = 0.002;
/** What has more parts is no thing; each costs time that somebody else may have chosen. */
const mostContours = 500;

/**
 * One closed line round all that is inside. Holes and further parts hang on it by lines that go there and back, which
 * by the non-zero rule bound nothing: so a lasso can hold what has holes.
 *
 * @param rect where the plane lies in frame space
 * @returns null when nothing is left inside
 */
export function outlineOf(
  inside: Uint8Array,
  size: PixelSize,
  rect: PixelRect,
): Extract<Region, { kind: 'lasso' }> | null {
  const contours = traceContours({ ...size, data: soften(inside, size) }, 128).map(pointsOf);
  const areas = contours.map((contour) => Math.abs(signedArea(contour)));
  const largest = Math.max(0, ...areas);
  const kept = contours
    .filter((_, i) => (areas[i] ?? 0) > Math.max(1, largest * leastShare))
    .sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)))
    .slice(0, mostContours);
  if (kept.length === 0) return null;
  const simple = simplifyWithin(kept);
  const [across, down] = [rect.width / size.width, rect.height / size.height];
  const points = joinContours(simple).map(
    ([x, y]): FramePoint => [tenths(rect.x + x * across), tenths(rect.y + y * down)],
  );
  return points.length < 3 ? null : { kind: 'lasso', points };
}

/** So that the line runs between pixels rather than round their corners. */
function soften(inside: Uint8Array, { width, height }: PixelSize): Uint8Array {
  const across = new Uint8Array(inside.length);
  for (let i = 0; i < inside.length; i += 1) {
    const x = i % width;
    const own = inside[i] ?? 0;
    across[i] = (x > 0 ? (inside[i - 1] ?? 0) : own) + 2 * own + (x < width - 1 ? (inside[i + 1] ?? 0) : own);
  }
  return across.map((own, i) => {
    const y = (i / width) | 0;
    const sum =
      (y > 0 ? (across[i - width] ?? 0) : own) + 2 * own + (y < height - 1 ? (across[i + width] ?? 0) : own);
    return Math.round((sum * 255) / 16);
  });
}

function pointsOf(contour: Contour): FramePoint[] {
  return Array.from({ length: contour.length / 2 }, (_, i) => [contour[i * 2] ?? 0, contour[i * 2 + 1] ?? 0]);
}

function signedArea(points: readonly FramePoint[]): number {
  return points.reduce((sum, [x, y], i) => {
    const [toX, toY] = points[(i + 1) % points.length] ?? [x, y];
    return sum + (x * toY - toX * y) / 2;
  }, 0);
}

function simplifyWithin(contours: readonly FramePoint[][]): readonly FramePoint[][] {
  for (let allowed = tolerance; ; allowed *= 1.6) {
    const simple = contours.map((contour) => simplify(contour, allowed)).filter(({ length }) => length > 2);
    if (simple.reduce((sum, { length }) => sum + length, 0) <= mostPoints) return simple;
  }
}

/** Douglas and Peucker, 1973, from the first point to the one farthest from it and back. */
function simplify(points: readonly FramePoint[], allowed: number): FramePoint[] {
  const first = points[0];
  if (!first || points.length < 4) return [...points];
  let far = 0;
  for (let i = 1; i < points.length; i += 1) {
    if (apart(points[i] ?? first, first) > apart(points[far] ?? first, first)) far = i;
  }
  const isKept = new Uint8Array(points.length + 1);
  isKept[0] = 1;
  isKept[far] = 1;
  const closed = [...points, first];
  keepFarthest(closed, isKept, [0, far], allowed);
  keepFarthest(closed, isKept, [far, points.length], allowed);
  return points.filter((_, i) => isKept[i] === 1);
}

function keepFarthest(
  points: readonly FramePoint[],
  isKept: Uint8Array,
  whole: readonly [from: number, to: number],
  allowed: number,
): void {
  const spans = [whole];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const [a, b] = [points[from], points[to]];
    if (!a || !b) continue;
    let [far, most] = [-1, allowed];
    for (let i = from + 1; i < to; i += 1) {
      const off = distanceToLine(points[i] ?? a, a, b);
      if (off > most) [far, most] = [i, off];
    }
    if (far < 0) continue;
    isKept[far] = 1;
    spans.push([from, far], [far, to]);
  }
}

function distanceToLine([x, y]: FramePoint, [ax, ay]: FramePoint, [bx, by]: FramePoint): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length;
}

function apart([ax, ay]: FramePoint, [bx, by]: FramePoint): number {
  return Math.hypot(ax - bx, ay - by);
}

/** Each further contour is entered from the nearest point of the line so far, and left where it was entered. */
function joinContours([first = [], ...others]: readonly FramePoint[][]): FramePoint[] {
  let line = first;
  for (const contour of others) {
    const [on, at] = nearestPair(line, contour);
    const [bridge, door] = [line[on], contour[at]];
    if (!bridge || !door) continue;
    line = [
      ...line.slice(0, on + 1),
      ...contour.slice(at),
      ...contour.slice(0, at),
      door,
      bridge,
      ...line.slice(on + 1),
    ];
  }
  return line;
}

function nearestPair(line: readonly FramePoint[], contour: readonly FramePoint[]): [on: number, at: number] {
  let [on, at, least] = [0, 0, Infinity];
  line.forEach((a, i) => {
    contour.forEach((b, j) => {
      const gap = apart(a, b);
      if (gap < least) [on, at, least] = [i, j, gap];
    });
  });
  return [on, at];
}

function tenths(n: number): number {
  return Math.round(n * 10) / 10;
}
