import { type Cells, cellKind } from './cells.ts';
import { relax } from './relax.ts';

/** Which way a surface faces at each cell: x to the right, y down, z to the eye; of length 1. */
export type Normals = { readonly x: Float32Array; readonly y: Float32Array; readonly z: Float32Array };

/**
 * A round body with the thing's outline, as a balloon would have it: its height's square solves Poisson's
 * equation (of a disc it is exactly a ball, of a strip nearly a cylinder). Where the thing is cut it goes on.
 */
export function normalsOf(cells: Cells): Normals {
  const { columns, kind } = cells;
  const none = new Float32Array(kind.length);
  const square = relax(cells, { right: none, down: none }, { source: 1, isPinned: true });
  const [x, y, z] = [none.slice(), none.slice(), none.slice()];
  const at = (i: number, from: number): number =>
    kind[i] === cellKind.cut ? (square[from] ?? 0) : (square[i] ?? 0);
  for (let i = 0; i < kind.length; i += 1) {
    if (kind[i] !== cellKind.thing) continue;
    const across = (at(i + 1, i) - at(i - 1, i)) / 2;
    const down = (at(i + columns, i) - at(i - columns, i)) / 2;
    const height = Math.sqrt(Math.max(0, square[i] ?? 0));
    const length = Math.hypot(across, down, height) || 1;
    x[i] = -across / length;
    y[i] = -down / length;
    z[i] = height / length;
  }
  return { x, y, z };
}
