import type { PixelRect } from '@pinpaint/domain';
import type { RgbCrop } from '../engine.ts';

/** A part of a crop in blocks of `scale` × `scale` pixels. */
export type Grid = PixelRect & {
  readonly scale: number;
  readonly columns: number;
  readonly rows: number;
  /** Of the crop. */
  readonly stride: number;
};

/** Means of blocks: R, G, B interleaved, on the scale of 16 bits. */
export function averageColours({ data, depth }: RgbCrop, grid: Grid): Float32Array {
  const unit = depth === 8 ? 257 : 1;
  const { x: left, y: top, width, height, scale, columns, rows, stride } = grid;
  const to = new Float32Array(columns * rows * 3);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / scale) * columns * 3;
    let from = ((top + y) * stride + left) * 3;
    for (let x = 0, at = row; x < width; at += 3) {
      for (const end = Math.min(width, x + scale); x < end; x += 1, from += 3) {
        to[at] = (to[at] ?? 0) + (data[from] ?? 0);
        to[at + 1] = (to[at + 1] ?? 0) + (data[from + 1] ?? 0);
        to[at + 2] = (to[at + 2] ?? 0) + (data[from + 2] ?? 0);
      }
    }
  }
  for (let cell = 0, at = 0; at < to.length; cell += 1, at += 3) {
    const share = unit / pixelsIn(grid, cell);
    for (let c = 0; c < 3; c += 1) to[at + c] = (to[at + c] ?? 0) * share;
  }
  return to;
}

/** Means of blocks, rounded. */
export function averagePlane(plane: Uint8Array, grid: Grid): Uint8Array {
  const { x: left, y: top, width, height, scale, columns, rows, stride } = grid;
  const sums = new Float32Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / scale) * columns;
    const from = (top + y) * stride + left;
    for (let x = 0, at = row; x < width; at += 1) {
      let sum = 0;
      for (const end = Math.min(width, x + scale); x < end; x += 1) sum += plane[from + x] ?? 0;
      sums[at] = (sums[at] ?? 0) + sum;
    }
  }
  const means = new Uint8Array(sums.length);
  for (let cell = 0; cell < means.length; cell += 1) {
    means[cell] = Math.round((sums[cell] ?? 0) / pixelsIn(grid, cell));
  }
  return means;
}

/** How many pixels of the crop lie in a cell; at the right and lower edge there may be fewer. */
function pixelsIn({ width, height, scale, columns }: Grid, cell: number): number {
  const column = cell % columns;
  const row = (cell - column) / columns;
  return Math.min(scale, width - column * scale) * Math.min(scale, height - row * scale);
}
