import { gradientsOf } from '../measure/gradients.ts';
import { type Line, linesIn } from '../measure/linesIn.ts';
import type { View } from '../measure/view.ts';

/** Long: a line seen over so much of the crop's shorter side. */
const leastShare = 0.16;
const mostLines = 24;
/** A line aims at a point that it passes within this angle, seen from its middle. */
const aimSin = Math.sin((1.5 * Math.PI) / 180);
/** Of this many lines some always meet in one point by chance. */
const fewestLines = 5;

/**
 * Strong perspective: by how many degrees the long straight lines round a region fan out that meet in one point;
 * 0…180, 0 where fewer than five do. Boards and tiles seen from above are parallel, and so 0. Vanishing points by
 * voting of line pairs (after Rother 2002).
 *
 * @param area 1 each: where lines are looked at
 */
export function measurePerspective({ luma, width, height }: View, area: Uint8Array): number {
  const gradients = gradientsOf(luma, { width, height });
  const leastSeen = Math.max(16, Math.round(leastShare * Math.min(width, height)));
  const lines = linesIn({ gradients, area, width, height, leastSeen, most: mostLines, eitherSide: true });
  const sheaf = largestSheaf(lines);
  return sheaf.length < fewestLines ? 0 : fanOf(sheaf);
}

/** The most lines that meet in one point; those that run together don't count twice. */
function largestSheaf(lines: readonly Line[]): readonly Line[] {
  let best: readonly Line[] = [];
  for (const [k, one] of lines.entries()) {
    for (const other of lines.slice(k + 1)) {
      const point = meetingPoint(one, other);
      const sheaf = point ? distinct(lines.filter((line) => aimsAt(line, point))) : [];
      if (sheaf.length > best.length) best = sheaf;
    }
  }
  return best;
}

type Point = readonly [number, number];

/** null: parallel, or nearly. */
function meetingPoint(a: Line, b: Line): Point | null {
  const cross = a.cos * b.sin - a.sin * b.cos;
  if (Math.abs(cross) < 0.03) return null;
  return [(a.offset * b.sin - b.offset * a.sin) / cross, (a.cos * b.offset - b.cos * a.offset) / cross];
}

function aimsAt(line: Line, [x, y]: Point): boolean {
  const middle = ((line.seen[0] ?? 0) + (line.seen.at(-1) ?? 0)) / 2;
  const [mx, my] = [line.offset * line.cos - middle * line.sin, line.offset * line.sin + middle * line.cos];
  const away = Math.hypot(x - mx, y - my);
  const beside = Math.abs(x * line.cos + y * line.sin - line.offset);
  // A point on the line itself is a crossing and no vanishing point.
  return away > (line.seen.at(-1) ?? 0) - middle && beside <= aimSin * away;
}

/** Both sides of a board are one line seen twice. */
function distinct(lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = [];
  for (const line of lines) if (kept.every((other) => degreesApart(line, other) > 2)) kept.push(line);
  return kept;
}

function fanOf(lines: readonly Line[]): number {
  return Math.max(...lines.map((one) => Math.max(...lines.map((other) => degreesApart(one, other)))));
}

/** Between the lines themselves, whichever side is brighter; 0…90. */
function degreesApart(a: Line, b: Line): number {
  return (Math.acos(Math.min(1, Math.abs(a.cos * b.cos + a.sin * b.sin))) * 180) / Math.PI;
}
