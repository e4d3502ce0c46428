import { pixelRole, type RolePlane } from './pixelRole.ts';
import type { Ring } from './ring.ts';
import { coarsenRises, noRises, type Rises } from './rises.ts';

/** What a cell of a sheet is: no part of it, free to bend, or held where the ring says. */
export const cellState = { outside: 0, free: 1, held: 2 } as const;

/** A thin sheet over the hole, one cell for `cellPx`² pixels; all but `state` RGB interleaved, in 8-bit steps. */
export type Sheet = Rises & {
  readonly width: number;
  readonly height: number;
  readonly cellPx: number;
  readonly state: Uint8Array;
  readonly lift: Float32Array;
};

/**
 * A residual above this isn't light that the fill lacks but something else lying there: the rest of what is
 * removed, under too tight a mask (reference.md §6), or an edge. Holding the sheet there would tint the fill.
 */
const largestResidual = 40;

export function startSheet(plane: RolePlane, ring: Ring, cellPx: number): Sheet {
  const width = Math.ceil(plane.width / cellPx);
  const height = Math.ceil(plane.height / cellPx);
  const state = new Uint8Array(width * height);
  for (let pixel = 0; pixel < plane.roles.length; pixel++) {
    if (plane.roles[pixel] === pixelRole.hole) state[cellAt(pixel)] = cellState.free;
  }
  const sums = new Float32Array(width * height * 3);
  const counts = new Uint16Array(width * height);
  for (let index = 0; index < ring.pixels.length; index++) {
    if (!holds(ring, index)) continue;
    const cell = cellAt(ring.pixels[index] ?? 0);
    add(sums, cell, ring.residuals, index);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return { width, height, cellPx, state, lift: hold(state, sums, counts), ...noRises(sums.length) };

  function cellAt(pixel: number): number {
    const x = pixel % plane.width;
    const y = (pixel - x) / plane.width;
    return Math.floor(y / cellPx) * width + Math.floor(x / cellPx);
  }
}

/** The same sheet with cells twice as large: what holds a cell holds the one it becomes part of. */
export function coarsen(fine: Sheet): Sheet {
  const width = Math.ceil(fine.width / 2);
  const height = Math.ceil(fine.height / 2);
  const state = new Uint8Array(width * height);
  const sums = new Float32Array(width * height * 3);
  const counts = new Uint16Array(width * height);
  for (let at = 0; at < fine.state.length; at++) {
    const x = at % fine.width;
    const y = (at - x) / fine.width;
    const cell = (y >> 1) * width + (x >> 1);
    if (fine.state[at] !== cellState.outside) state[cell] = cellState.free;
    if (fine.state[at] !== cellState.held) continue;
    add(sums, cell, fine.lift, at);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const coarse = { width, height, cellPx: fine.cellPx * 2, state, lift: hold(state, sums, counts) };
  return { ...coarse, ...coarsenRises(fine, width, height) };
}

/** Turns sums into means, and the cells that have any into held ones. */
function hold(state: Uint8Array, sums: Float32Array, counts: Uint16Array): Float32Array {
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell] ?? 0;
    if (count === 0) continue;
    state[cell] = cellState.held;
    for (let at = cell * 3; at < cell * 3 + 3; at++) sums[at] = (sums[at] ?? 0) / count;
  }
  return sums;
}

function add(sums: Float32Array, to: number, values: Float32Array, from: number): void {
  for (let channel = 0; channel < 3; channel++) {
    sums[to * 3 + channel] = (sums[to * 3 + channel] ?? 0) + (values[from * 3 + channel] ?? 0);
  }
}

function holds({ residuals }: Ring, index: number): boolean {
  for (let channel = 0; channel < 3; channel++) {
    if (!(Math.abs(residuals[index * 3 + channel] ?? Number.NaN) <= largestResidual)) return false;
  }
  return true;
}
