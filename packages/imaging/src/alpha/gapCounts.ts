import type { PixelRect } from '@pinpaint/domain';
import type { AlphaPlane } from './alphaPlane.ts';

/** Where a plane is not 255, counted so that any rectangle of cells is looked up in four places. */
export type GapCounts = {
  readonly rect: PixelRect;
  readonly cellPx: number;
  readonly cols: number;
  readonly rows: number;
  /** Of all cells above and to the left; one more each way than there are cells. */
  readonly sums: Uint32Array;
};

/** Cells a side: of a larger plane several pixels are one, so that a region of a hundred megapixels takes no longer. */
const mostCells = 1024;

/** Crow, Summed-Area Tables for Texture Mapping, 1984. */
export function gapsIn(plane: AlphaPlane): GapCounts {
  const { rect } = plane;
  const cellPx = Math.ceil(Math.max(rect.width, rect.height) / mostCells);
  const [cols, rows] = [Math.floor(rect.width / cellPx), Math.floor(rect.height / cellPx)];
  const gaps = gapCells(plane, { cellPx, cols, rows });
  const sums = new Uint32Array((cols + 1) * (rows + 1));
  for (let row = 0; row < rows; row += 1) {
    let inRow = 0;
    for (let col = 0; col < cols; col += 1) {
      inRow += gaps[row * cols + col] ?? 0;
      sums[(row + 1) * (cols + 1) + col + 1] = inRow + (sums[row * (cols + 1) + col + 1] ?? 0);
    }
  }
  return { rect, cellPx, cols, rows, sums };
}

/** @param cells the rectangle in cells */
export function hasGaps({ cols, sums }: GapCounts, cells: PixelRect): boolean {
  const [above, below] = [cells.y * (cols + 1), (cells.y + cells.height) * (cols + 1)];
  const [left, right] = [cells.x, cells.x + cells.width];
  const count =
    (sums[below + right] ?? 0) -
    (sums[below + left] ?? 0) -
    (sums[above + right] ?? 0) +
    (sums[above + left] ?? 0);
  return count > 0;
}

/** 1 for each cell in which any pixel is not 255; what is left over on the right and below has no cell. */
function gapCells(
  { rect, data }: AlphaPlane,
  { cellPx, cols, rows }: Pick<GapCounts, 'cellPx' | 'cols' | 'rows'>,
): Uint8Array {
  const gaps = new Uint8Array(cols * rows);
  for (let y = 0; y < rows * cellPx; y += 1) {
    const row = Math.floor(y / cellPx) * cols;
    for (let x = 0; x < cols * cellPx; x += 1)
      if (data[y * rect.width + x] !== 255) gaps[row + Math.floor(x / cellPx)] = 1;
  }
  return gaps;
}
