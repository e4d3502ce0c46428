import { cube } from '../colour/oklab.ts';
import { type Cells, cellKind } from './cells.ts';
import { relax } from './relax.ts';

/** Where the tint changes by this much from cell to cell it is paint that changes, not light. */
const paintTint = 0.035;
/** Light without a shadow's edge changes by no more than this from cell to cell; in log of lightness. */
const paintStep = 0.16;
/** Keeps the logs of black bounded. OKLab L. */
const guard = 0.03;

/**
 * How much light falls on each of the thing's cells, 1 on average, whatever colour it has there: small steps in
 * lightness are light, sharp ones and those that change the tint are paint (colour Retinex: Land and McCann
 * 1971; Grosse and others 2009). Linear, not as the eye sees it.
 */
export function shadingOf(cells: Cells): Float32Array {
  const { columns, kind, lightness } = cells;
  const logs = lightness.map((value) => Math.log(value + guard));
  const step = (i: number, j: number): number =>
    kind[i] === cellKind.thing && kind[j] === cellKind.thing ? lightStep(cells, logs, [i, j]) : 0;
  const surface = relax(
    cells,
    { right: logs.map((_, i) => step(i, i + 1)), down: logs.map((_, i) => step(i, i + columns)) },
    { source: 0, isPinned: false },
  );
  const light = surface.map((value) => cube(Math.exp(value)));
  const mean = meanOver(cells, light);
  return light.map((value) => value / mean);
}

function lightStep({ tintA, tintB }: Cells, logs: Float32Array, [i, j]: readonly [number, number]): number {
  const step = (logs[j] ?? 0) - (logs[i] ?? 0);
  const [a, b] = [(tintA[j] ?? 0) - (tintA[i] ?? 0), (tintB[j] ?? 0) - (tintB[i] ?? 0)];
  return Math.abs(step) > paintStep || a * a + b * b > paintTint * paintTint ? 0 : step;
}

export function meanOver({ kind }: Cells, plane: Float32Array): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < plane.length; i += 1) {
    if (kind[i] !== cellKind.thing) continue;
    sum += plane[i] ?? 0;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}
