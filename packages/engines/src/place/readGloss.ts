import { type Cells, luminances } from './cells.ts';
import { highest, smooth } from './fillFrom.ts';
import type { SurfaceLight } from './readLight.ts';

/** Brighter than the plain surface by this: something shines there, or something white is printed. */
const shines = 1.22;
/** Of the longer side: so near a shadow's edge the lit side is what has to be outshone. */
const nearby = 0.02;
/** Of a rise from the surface to the brightest, within one cell: what is printed has an edge, what shines fades. */
const printedEdge = 0.3;

/**
 * Where a highlight lies on the surface, 0…1 for each cell. White letters are brighter than the surface too; they are
 * told by their edges.
 */
export function readGloss(cells: Cells, { surface, lit, inside }: SurfaceLight): Float32Array {
  const brightest = highest(surface, cells, Math.ceil(Math.max(cells.width, cells.height) * nearby));
  const over = luminances(cells).map((value, i) => value / (brightest[i] ?? lit));
  const gloss = new Float32Array(over.length);
  const seen = new Uint8Array(over.length);
  for (let i = 0; i < over.length; i += 1) {
    if (seen[i] || !(inside[i] && (over[i] ?? 0) > shines)) continue;
    const spot = grow(i, { over, seen, inside, width: cells.width });
    if (isSoft(spot, over, cells.width)) for (const cell of spot) gloss[cell] = 1;
  }
  return smooth(gloss, cells, 1);
}

type Growing = {
  readonly over: Float32Array;
  readonly seen: Uint8Array;
  readonly inside: Float32Array;
  readonly width: number;
};

function grow(start: number, { over, seen, inside, width }: Growing): readonly number[] {
  const spot = [start];
  seen[start] = 1;
  for (let k = 0; k < spot.length; k += 1) {
    const at = spot[k] ?? start;
    const x = at % width;
    const around = [x > 0 ? at - 1 : -1, x + 1 < width ? at + 1 : -1, at - width, at + width];
    for (const next of around) {
      if (next < 0 || next >= over.length || seen[next]) continue;
      if (!(inside[next] && (over[next] ?? 0) > shines)) continue;
      seen[next] = 1;
      spot.push(next);
    }
  }
  return spot;
}

/** The rise across the spot's edge, against the whole rise. */
function isSoft(spot: readonly number[], over: Float32Array, width: number): boolean {
  const peak = spot.reduce((most, at) => Math.max(most, over[at] ?? 0), 0);
  const steps: number[] = [];
  for (const at of spot) {
    const around = [at - 1, at + 1, at - width, at + width];
    const outside = around.filter((next) => (over[next] ?? shines) <= shines);
    if (outside.length === 0) continue;
    steps.push(Math.max(...outside.map((next) => (over[at] ?? 0) - (over[next] ?? 0))));
  }
  if (steps.length === 0) return true;
  return steps.reduce((sum, step) => sum + step, 0) / steps.length < printedEdge * (peak - 1);
}
