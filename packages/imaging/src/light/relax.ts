import { type Cells, cellKind } from './cells.ts';

/** Steps to a cell's right and lower neighbour are wanted to be these, as far as they agree. */
export type Steps = { readonly right: Float32Array; readonly down: Float32Array };

const sweeps = 240;
const overshoot = 1.85;

/**
 * The surface over the thing's cells whose steps come nearest to the wanted ones, less a constant `source` at
 * each cell (Poisson's equation, by successive over-relaxation). Where the thing ends it is held at 0 if
 * `isPinned`; where it is cut, and otherwise everywhere, its border is free.
 */
export function relax(
  { columns, kind }: Cells,
  { right, down }: Steps,
  { source, isPinned }: { readonly source: number; readonly isPinned: boolean },
): Float32Array {
  const surface = new Float32Array(kind.length);
  const things = Int32Array.from([...kind.keys()].filter((i) => kind[i] === cellKind.thing));
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const i of things) {
      let [sum, weight] = [source, 0];
      const ask = (j: number, step: number): void => {
        if (kind[j] === cellKind.thing) sum += (surface[j] ?? 0) + step;
        else if (!isPinned || kind[j] === cellKind.cut) return;
        weight += 1;
      };
      ask(i + 1, -(right[i] ?? 0));
      ask(i - 1, right[i - 1] ?? 0);
      ask(i + columns, -(down[i] ?? 0));
      ask(i - columns, down[i - columns] ?? 0);
      if (weight === 0) continue;
      surface[i] = (surface[i] ?? 0) + overshoot * (sum / weight - (surface[i] ?? 0));
    }
  }
  return surface;
}
