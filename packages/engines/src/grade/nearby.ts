import type { PixelSize } from '@pinpaint/domain';

/** 1 where a pixel of the mask lies within `radiusPx`, measured between centres; exact. */
export function nearby(mask: Uint8Array, { width, height }: PixelSize, radiusPx: number): Uint8Array {
  const rows = Math.floor(radiusPx);
  const columns = columnDistances(mask, { width, height }, rows + 1);
  // At so many rows' distance a pixel reaches so far to either side; where nothing is near, nowhere.
  const reach = Int32Array.from({ length: rows + 2 }, (_, d) =>
    d > rows ? -width : Math.floor(Math.sqrt(radiusPx * radiusPx - d * d)),
  );
  const near = new Uint8Array(mask.length);
  for (let row = 0; row < near.length; row += width) {
    let right = -1;
    for (let x = 0; x < width; x += 1) {
      const to = x + (reach[columns[row + x] ?? 0] ?? 0);
      if (to > right) right = to;
      if (x <= right) near[row + x] = 1;
    }
    let left = width;
    for (let x = width - 1; x >= 0; x -= 1) {
      const to = x - (reach[columns[row + x] ?? 0] ?? 0);
      if (to < left) left = to;
      if (x >= left) near[row + x] = 1;
    }
  }
  return near;
}

/** 1 where the mask is 0. */
export function inverted(mask: Uint8Array): Uint8Array {
  const other = new Uint8Array(mask.length);
  for (let i = 0; i < other.length; i += 1) other[i] = mask[i] === 0 ? 1 : 0;
  return other;
}

/** To the nearest set pixel of the column, `most` at the most. */
function columnDistances(mask: Uint8Array, { width }: PixelSize, most: number): Uint8Array {
  const columns = new Uint8Array(mask.length);
  for (let i = 0; i < width; i += 1) columns[i] = mask[i] === 0 ? most : 0;
  for (let i = width; i < columns.length; i += 1) {
    const above = columns[i - width] ?? 0;
    columns[i] = mask[i] !== 0 ? 0 : above < most ? above + 1 : most;
  }
  for (let i = columns.length - width - 1; i >= 0; i -= 1) {
    const below = columns[i + width] ?? 0;
    if (below + 1 < (columns[i] ?? 0)) columns[i] = below + 1;
  }
  return columns;
}
