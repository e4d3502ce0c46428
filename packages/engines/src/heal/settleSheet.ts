import { cellState, coarsen, type Sheet } from './sheet.ts';

const coarsestCells = 256;
const coarsestSweeps = 200;
const finerSweeps = 12;

/**
 * Lets the sheet come to rest between what holds it, rising where it should (Poisson's equation; free at the
 * picture's border),
 * coarse to fine, so that a few sweeps a scale do. `reachPx`: the distance over which the lift falls to a
 * third where no far side holds it (a screened equation); Infinity: it doesn't.
 */
export function settleSheet(sheet: Sheet, reachPx: number): void {
  if (sheet.width * sheet.height <= coarsestCells) {
    sweepAll(sheet, reachPx, coarsestSweeps);
    return;
  }
  const coarse = coarsen(sheet);
  settleSheet(coarse, reachPx);
  takeOver(coarse, sheet);
  sweepAll(sheet, reachPx, finerSweeps);
}

function takeOver(coarse: Sheet, { width, state, lift }: Sheet): void {
  for (let at = 0; at < state.length; at++) {
    if (state[at] !== cellState.free) continue;
    const x = at % width;
    const y = (at - x) / width;
    const from = ((y >> 1) * coarse.width + (x >> 1)) * 3;
    for (let channel = 0; channel < 3; channel++) lift[at * 3 + channel] = coarse.lift[from + channel] ?? 0;
  }
}

function sweepAll(sheet: Sheet, reachPx: number, sweeps: number): void {
  const free = freeCells(sheet);
  const pull = (sheet.cellPx / reachPx) ** 2;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let i = 0; i < free.length; i++) {
      relax(sheet, free[sweep % 2 === 0 ? i : free.length - 1 - i] ?? 0, pull);
    }
  }
}

function relax({ width, height, state, lift, risesRight, risesDown }: Sheet, at: number, pull: number): void {
  const x = at % width;
  const left = x > 0 && state[at - 1] !== cellState.outside ? at - 1 : at;
  const right = x < width - 1 && state[at + 1] !== cellState.outside ? at + 1 : at;
  const up = at >= width && state[at - width] !== cellState.outside ? at - width : at;
  const down = at < (height - 1) * width && state[at + width] !== cellState.outside ? at + width : at;
  for (let channel = 0; channel < 3; channel++) {
    let sum =
      (lift[left * 3 + channel] ?? 0) +
      (lift[right * 3 + channel] ?? 0) +
      (lift[up * 3 + channel] ?? 0) +
      (lift[down * 3 + channel] ?? 0);
    if (left !== at) sum += risesRight[left * 3 + channel] ?? 0;
    if (right !== at) sum -= risesRight[at * 3 + channel] ?? 0;
    if (up !== at) sum += risesDown[up * 3 + channel] ?? 0;
    if (down !== at) sum -= risesDown[at * 3 + channel] ?? 0;
    lift[at * 3 + channel] = sum / (4 + pull);
  }
}

function freeCells({ state }: Sheet): Int32Array {
  const cells = new Int32Array(state.length);
  let count = 0;
  for (let at = 0; at < state.length; at++) if (state[at] === cellState.free) cells[count++] = at;
  return cells.slice(0, count);
}
