import type { PixelSize } from '@pinpaint/domain';

/** What `distanceField` gives where nothing is set within the limit. */
export const beyondLimit = 0xffffffff;

/**
 * The squared Euclidean distance of every pixel centre to that of the nearest pixel whose `plane` value
 * is not 0: whole numbers, exact. 0 on set pixels, `beyondLimit` where none lies within `limitPx`.
 */
export function distanceField(plane: Uint8Array, size: PixelSize, limitPx = Infinity): Uint32Array {
  const field = new Uint32Array(size.width * size.height);
  scanDistances(plane, size, { limitPx }, (row, y) => field.set(row, y * size.width));
  return field;
}

export type ScanOptions = {
  /** No further than this is looked; the smaller, the faster. */
  readonly limitPx: number;
  /** Distances to the pixels that are 0 instead of to those that are not. */
  readonly toUnset?: boolean;
};

/**
 * `distanceField` a row at a time, for planes whose field would be large.
 * Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled Functions", 2012: distances down the
 * columns first, then along each row the lower envelope of the parabolas that stand on them.
 *
 * @param onRow is lent `row` and may not keep it
 */
export function scanDistances(
  plane: Uint8Array,
  { width, height }: PixelSize,
  { limitPx, toUnset = false }: ScanOptions,
  onRow: (row: Uint32Array, y: number) => void,
): void {
  const none = Math.min(Math.floor(limitPx), height) + 1;
  const columns = columnDistances(plane, { width, height }, none, toUnset);
  const envelope = makeEnvelope(width, none);
  const row = new Uint32Array(width);
  for (let y = 0; y < height; y += 1) {
    const ofRow = columns.subarray(y * width, (y + 1) * width);
    const last = buildEnvelope(envelope, ofRow);
    readEnvelope(envelope, last, { columns: ofRow, limitSquared: limitPx * limitPx, row });
    onRow(row, y);
  }
}

type Distances = Uint8Array | Uint16Array | Uint32Array;

/** Of each pixel to the nearest set one of its column; `none` where there is none nearer. */
function columnDistances(
  plane: Uint8Array,
  { width, height }: PixelSize,
  none: number,
  toUnset: boolean,
): Distances {
  const columns = narrowest(none, width * height);
  for (let i = 0; i < columns.length; i += 1) {
    const above = i < width ? none : (columns[i - width] ?? 0);
    columns[i] = (plane[i] === 0) === toUnset ? 0 : above < none ? above + 1 : none;
  }
  for (let i = columns.length - width - 1; i >= 0; i -= 1) {
    const below = (columns[i + width] ?? 0) + 1;
    if (below < (columns[i] ?? 0)) columns[i] = below;
  }
  return columns;
}

function narrowest(largest: number, length: number): Distances {
  if (largest < 256) return new Uint8Array(length);
  return largest < 65536 ? new Uint16Array(length) : new Uint32Array(length);
}

/** The lower envelope of a row's parabolas; one for all rows. */
type Envelope = {
  /** Where the parabolas stand, and from where on each is the lowest. */
  readonly feet: Int32Array;
  readonly starts: Float64Array;
  readonly none: number;
};

function makeEnvelope(width: number, none: number): Envelope {
  return { feet: new Int32Array(width), starts: new Float64Array(width + 1), none };
}

/** @returns the last parabola's place in the envelope; −1: there is none. */
function buildEnvelope({ feet, starts, none }: Envelope, columns: Distances): number {
  let last = -1;
  for (let x = 0; x < columns.length; x += 1) {
    const distance = columns[x] ?? 0;
    if (distance >= none) continue;
    // Within a stretch of zeros only the ends matter to others.
    if (distance === 0 && columns[x - 1] === 0 && columns[x + 1] === 0) continue;
    const height = distance * distance + x * x;
    let start = -Infinity;
    while (last >= 0) {
      const foot = feet[last] ?? 0;
      const footDistance = columns[foot] ?? 0;
      start = (height - footDistance * footDistance - foot * foot) / (2 * (x - foot));
      if (start > (starts[last] ?? 0)) break;
      last -= 1;
      start = -Infinity;
    }
    last += 1;
    feet[last] = x;
    starts[last] = start;
  }
  return last;
}

type Reading = { readonly columns: Distances; readonly limitSquared: number; readonly row: Uint32Array };

function readEnvelope(
  { feet, starts }: Envelope,
  last: number,
  { columns, limitSquared, row }: Reading,
): void {
  if (last < 0) {
    row.fill(beyondLimit);
    return;
  }
  let lowest = 0;
  for (let x = 0; x < row.length; x += 1) {
    if (columns[x] === 0) {
      row[x] = 0;
      continue;
    }
    while (lowest < last && (starts[lowest + 1] ?? 0) < x) lowest += 1;
    const foot = feet[lowest] ?? 0;
    const below = columns[foot] ?? 0;
    const squared = (x - foot) * (x - foot) + below * below;
    row[x] = squared <= limitSquared ? squared : beyondLimit;
  }
}
