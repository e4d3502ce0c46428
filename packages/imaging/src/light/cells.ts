import type { PixelSize } from '@pinpaint/domain';

/** A picture in OKLab, a plane each; `tintA` and `tintB` are its a and b. */
export type LabPlanes = PixelSize & {
  readonly lightness: Float32Array;
  readonly tintA: Float32Array;
  readonly tintB: Float32Array;
};

/**
 * A thing in coarse cells, a few thousand at the most: light changes slowly, texture averages out. Planes
 * hold one sample a cell, row-major, with a margin of one cell round all.
 */
export type Cells = {
  readonly columns: number;
  readonly rows: number;
  /** So many look pixels make a cell along each side. */
  readonly step: number;
  readonly kind: Uint8Array;
  /** Means over what of the cell is the thing. */
  readonly lightness: Float32Array;
  readonly tintA: Float32Array;
  readonly tintB: Float32Array;
};

export const cellKind = {
  /** Something else: there the thing ends. */
  other: 0,
  thing: 1,
  /** The thing may go on there, but it was not looked at: it is cut. */
  cut: 2,
} as const;

/** Cells along the longer side. */
const longest = 80;

/** @param mask 1 where a look pixel is the thing; `cut` where it goes on beyond what was asked for */
export function cellsOf(look: LabPlanes, mask: Uint8Array, cut: Uint8Array): Cells {
  const step = Math.max(1, Math.ceil(Math.max(look.width, look.height) / longest));
  const columns = Math.ceil(look.width / step) + 2;
  const rows = Math.ceil(look.height / step) + 2;
  const counts = new Float32Array(columns * rows);
  const cuts = new Float32Array(columns * rows);
  const sums = [0, 1, 2].map(() => new Float32Array(columns * rows));
  const planes = [look.lightness, look.tintA, look.tintB];
  for (let y = 0, i = 0; y < look.height; y += 1) {
    const row = (Math.floor(y / step) + 1) * columns + 1;
    for (let x = 0; x < look.width; x += 1, i += 1) {
      const cell = row + Math.floor(x / step);
      if (cut[i] === 1) cuts[cell] = (cuts[cell] ?? 0) + 1;
      if (mask[i] !== 1) continue;
      counts[cell] = (counts[cell] ?? 0) + 1;
      sums.forEach((sum, k) => {
        sum[cell] = (sum[cell] ?? 0) + (planes[k]?.[i] ?? 0);
      });
    }
  }
  const kind = kindsOf(counts, cuts, { columns, rows, step });
  const [lightness, tintA, tintB] = sums.map((sum) =>
    sum.map((value, i) => value / Math.max(1, counts[i] ?? 1)),
  );
  const none = new Float32Array(0);
  return {
    columns,
    rows,
    step,
    kind,
    lightness: lightness ?? none,
    tintA: tintA ?? none,
    tintB: tintB ?? none,
  };
}

type CellGrid = Pick<Cells, 'columns' | 'rows' | 'step'>;

/** Beyond the look the thing is cut as well: nobody has seen what it does there. */
function kindsOf(counts: Float32Array, cuts: Float32Array, { columns, rows, step }: CellGrid): Uint8Array {
  const half = (step * step) / 2;
  return Uint8Array.from(counts, (count, i) => {
    const column = i % columns;
    const row = (i - column) / columns;
    if (column === 0 || row === 0 || column === columns - 1 || row === rows - 1) return cellKind.cut;
    if (count >= half) return cellKind.thing;
    return (cuts[i] ?? 0) >= half ? cellKind.cut : cellKind.other;
  });
}
