import type { FullSize } from './fullSize.ts';
import { pixelRole } from './pixelRole.ts';
import { raiseSeams } from './raiseSeams.ts';
import type { Ring } from './ring.ts';
import { settleSheet } from './settleSheet.ts';
import { cellState, type Sheet, startSheet } from './sheet.ts';

/** Bounds the sheet's memory (about 60 bytes a cell); a larger picture gets cells of several pixels. */
const mostCells = 4_000_000;

/**
 * Gradient-domain blending (Pérez 2003): lifts the fill so that it meets the ring without a step, by what it
 * misses there, and so that pieces copied from different places join as each would have gone on.
 */
export function applyMembrane(full: FullSize, ring: Ring, reachPx: number): void {
  const cellPx = Math.ceil(Math.sqrt(full.roles.length / mostCells));
  const sheet = startSheet(full, ring, cellPx);
  if (cellPx === 1) raiseSeams(full, sheet);
  settleSheet(sheet, reachPx);
  const { roles, samples, step } = full;
  const lift = new Float64Array(3);
  const largest = 255 * step;
  for (let pixel = 0; pixel < roles.length; pixel++) {
    if (roles[pixel] !== pixelRole.hole) continue;
    liftAt(sheet, full.width, pixel, lift);
    for (let channel = 0; channel < 3; channel++) {
      const lifted = (samples[pixel * 3 + channel] ?? 0) + step * (lift[channel] ?? 0);
      samples[pixel * 3 + channel] = Math.min(largest, Math.max(0, Math.round(lifted)));
    }
  }
}

/** Between cell centres, of those cells that belong to the sheet. */
function liftAt(sheet: Sheet, width: number, pixel: number, out: Float64Array): void {
  const x = ((pixel % width) + 0.5) / sheet.cellPx - 0.5;
  const y = (Math.floor(pixel / width) + 0.5) / sheet.cellPx - 0.5;
  const left = Math.floor(x);
  const top = Math.floor(y);
  let total = 0;
  out.fill(0);
  for (let row = top; row <= top + 1; row++) {
    for (let column = left; column <= left + 1; column++) {
      const weight = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
      if (weight === 0 || row < 0 || column < 0 || row >= sheet.height || column >= sheet.width) continue;
      const cell = row * sheet.width + column;
      if (sheet.state[cell] === cellState.outside) continue;
      total += weight;
      for (let channel = 0; channel < 3; channel++) {
        out[channel] = (out[channel] ?? 0) + weight * (sheet.lift[cell * 3 + channel] ?? 0);
      }
    }
  }
  if (total === 0) return;
  for (let channel = 0; channel < 3; channel++) out[channel] = (out[channel] ?? 0) / total;
}
