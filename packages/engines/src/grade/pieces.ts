import type { PixelSize } from '@pinpaint/domain';

/** The connected pieces of a mask of 0 and 1: by edges, not by corners. */
export type Pieces = {
  /** Of each pixel, which piece it belongs to: 1, 2, … and 0 for none. */
  readonly of: Int32Array;
  readonly count: number;
};

export function piecesOf(mask: Uint8Array, { width, height }: PixelSize): Pieces {
  const of = new Int32Array(width * height);
  const waiting = new Int32Array(width * height);
  let count = 0;
  let left = 0;
  const claim = (i: number): void => {
    of[i] = count;
    waiting[left] = i;
    left += 1;
  };
  for (let start = 0; start < of.length; start += 1) {
    if (mask[start] === 0 || of[start] !== 0) continue;
    count += 1;
    claim(start);
    while (left > 0) {
      left -= 1;
      const i = waiting[left] ?? 0;
      const x = i % width;
      if (x > 0 && mask[i - 1] === 1 && of[i - 1] === 0) claim(i - 1);
      if (x < width - 1 && mask[i + 1] === 1 && of[i + 1] === 0) claim(i + 1);
      // Beyond the first and last row a mask has no value, and undefined is not 1.
      if (mask[i - width] === 1 && of[i - width] === 0) claim(i - width);
      if (mask[i + width] === 1 && of[i + width] === 0) claim(i + width);
    }
  }
  return { of, count };
}

/** Of each piece's border, the share along which it meets what the other mask holds. */
export function borderOn({ of, count }: Pieces, other: Uint8Array, { width }: PixelSize): Float64Array {
  const met = new Float64Array(count + 1);
  const all = new Float64Array(count + 1);
  for (let i = 0; i < of.length; i += 1) {
    const piece = of[i] ?? 0;
    if (piece === 0) continue;
    for (const j of [i - 1, i + 1, i - width, i + width]) {
      if (of[j] === piece) continue;
      all[piece] = (all[piece] ?? 0) + 1;
      met[piece] = (met[piece] ?? 0) + (other[j] ?? 0);
    }
  }
  return met.map((value, piece) => value / Math.max(1, all[piece] ?? 0));
}
