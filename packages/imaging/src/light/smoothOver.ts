import { type Cells, cellKind } from './cells.ts';

/** A plane blurred over the thing's cells alone, by about a Gaussian of `sigma` cells (three boxes). */
export function smoothOver(cells: Cells, plane: Float32Array, sigma: number): Float32Array {
  const radius = Math.max(1, Math.round(sigma));
  let smooth = plane;
  for (let pass = 0; pass < 3; pass += 1) {
    smooth = boxAlong(cells, smooth, { step: 1, radius });
    smooth = boxAlong(cells, smooth, { step: cells.columns, radius });
  }
  return smooth;
}

type Box = { readonly step: number; readonly radius: number };

/** The outermost cells are never the thing, so a run of its cells ends before the plane does. */
function boxAlong({ kind }: Cells, plane: Float32Array, { step, radius }: Box): Float32Array {
  const smooth = new Float32Array(plane.length);
  for (let i = 0; i < plane.length; i += 1) {
    if (kind[i] !== cellKind.thing) continue;
    let [sum, count] = [plane[i] ?? 0, 1];
    for (const way of [-step, step]) {
      for (let k = 1, j = i + way; k <= radius && kind[j] === cellKind.thing; k += 1, j += way) {
        sum += plane[j] ?? 0;
        count += 1;
      }
    }
    smooth[i] = sum / count;
  }
  return smooth;
}
