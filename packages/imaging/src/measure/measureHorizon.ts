import type { Gradients } from './gradients.ts';
import { type Line, linesIn } from './linesIn.ts';
import { isEdgeAt, pixelAt } from './measureBreaks.ts';
import { type Scene, within } from './scene.ts';

/** Straight edges are looked for in a ring this wide, from just outside what was touched. */
const ringPx = [1, 48] as const;
/** A line goes through when it is seen on both sides in so many places, and nearly all the way up to the border. */
const leastSeen = 18;
const entryPx = 14;
const leastNear = 8;
/** Shorter ways through prove nothing. */
const shortestPx = 10;
const mostLines = 12;

/**
 * Horizon break: of the straight edges that go in on one side and come out on the other along one line, with the
 * same brighter side, the worst one's share of its way through along which it is not there; 0…1, null where there are
 * none. A horizon, a shelf, the edge of a table.
 */
export function measureHorizon(scene: Scene, gradients: Gradients): number | null {
  const ways = throughLines(scene, gradients);
  if (ways.length === 0) return null;
  return ways.reduce((worst, way) => Math.max(worst, brokenShare(way, gradients, scene)), 0);
}

/** A line with its longest stretch inside. */
type Way = { readonly line: Line; readonly from: number; readonly to: number };

function throughLines(scene: Scene, gradients: Gradients): readonly Way[] {
  const { away, width, height } = scene;
  const area = within(away, ringPx[0], ringPx[1]);
  const lines = linesIn({ gradients, area, width, height, leastSeen: 2 * leastSeen, most: mostLines });
  return lines.flatMap((line) => wayThrough(scene, line) ?? []);
}

function wayThrough({ depth, width, height }: Scene, line: Line): Way | null {
  const [first, last] = [line.seen[0] ?? 0, line.seen.at(-1) ?? 0];
  let start = Number.NaN;
  let best = { from: 0, to: 0 };
  for (let t = first; t <= last; t += 1) {
    const i = pixelAt(line, t, { width, height });
    if (i < 0 || depth[i] === 0) start = Number.NaN;
    else {
      if (Number.isNaN(start)) start = t;
      if (t - start > best.to - best.from) best = { from: start, to: t };
    }
  }
  const { from, to } = best;
  if (to - from < shortestPx) return null;
  const near = (low: number, high: number): number => line.seen.filter((t) => t >= low && t <= high).length;
  const isThrough =
    near(from - ringPx[1], from) >= leastSeen &&
    near(to, to + ringPx[1]) >= leastSeen &&
    near(from - entryPx, from) >= leastNear &&
    near(to, to + entryPx) >= leastNear;
  return isThrough ? { line, from, to } : null;
}

function brokenShare({ line, from, to }: Way, gradients: Gradients, scene: Scene): number {
  let [broken, all] = [0, 0];
  for (let t = from + 2; t <= to - 2; t += 1) {
    all += 1;
    if (!isEdgeAt(line, t, gradients, scene)) broken += 1;
  }
  return all === 0 ? 0 : broken / all;
}
