import type { PixelSize } from '@pinpaint/domain';
import { quantile } from './cells.ts';
import { fillFrom, readBilinear } from './fillFrom.ts';

type Weighted = { readonly values: Float32Array; readonly weights: Float32Array };

/** `inside`: 1 where there is anything to look at. */
type Looked = Weighted & { readonly inside: Float32Array };

/** Blocks along the longer side, and how many of them a median is taken over. */
const blocks = 24;
const windowBlocks = 3;
/** A cell of less trust is something else, and where most of a window is, it says nothing of the surface. */
const leastTrust = 0.3;
const leastShare = 0.5;

/**
 * How far each value is from the nearest of the medians around it, of what is trusted: up to half of what lies there may
 * be something else, and on an edge between two lights both of them count. Where more is, what lies round there counts.
 */
export function apartFromAround({ values, weights, inside }: Looked, size: PixelSize): Float32Array {
  const side = Math.max(1, Math.ceil(Math.max(size.width, size.height) / blocks));
  const grid = { width: Math.ceil(size.width / side), height: Math.ceil(size.height / side) };
  const medians = new Float32Array(grid.width * grid.height);
  const known = new Float32Array(medians.length);
  for (let k = 0; k < medians.length; k += 1) {
    const column = k % grid.width;
    const row = (k - column) / grid.width;
    const near = trustedIn({ values, weights, inside }, size, {
      left: (column - windowBlocks) * side,
      right: (column + windowBlocks + 1) * side,
      top: (row - windowBlocks) * side,
      bottom: (row + windowBlocks + 1) * side,
    });
    if (near.length === 0) continue;
    medians[k] = quantile(near, 0.5);
    known[k] = 1;
  }
  const all = fillFrom({ values: medians, weights: known }, grid);
  return values.map((value, i) => {
    const x = i % size.width;
    const y = (i - x) / size.width;
    const between = readBilinear(all, grid, (x + 0.5) / side - 0.5, (y + 0.5) / side - 0.5);
    let least = Math.abs(value - between);
    const [column, row] = [Math.floor(x / side), Math.floor(y / side)];
    for (let down = Math.max(0, row - 1); down <= Math.min(grid.height - 1, row + 1); down += 1)
      for (let across = Math.max(0, column - 1); across <= Math.min(grid.width - 1, column + 1); across += 1)
        least = Math.min(least, Math.abs(value - (all[down * grid.width + across] ?? 0)));
    return least;
  });
}

type Window = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

function trustedIn({ values, weights, inside }: Looked, size: PixelSize, window: Window): number[] {
  const found: number[] = [];
  let cells = 0;
  for (let y = Math.max(0, window.top); y < Math.min(size.height, window.bottom); y += 1) {
    for (let x = Math.max(0, window.left); x < Math.min(size.width, window.right); x += 1) {
      const i = y * size.width + x;
      cells += inside[i] ?? 0;
      if ((weights[i] ?? 0) > leastTrust) found.push(values[i] ?? 0);
    }
  }
  return found.length < leastShare * cells ? [] : found;
}
