import type { PixelSize } from '@pinpaint/domain';

/** By how much a sheet's lift should change from cell to cell where it is free; RGB interleaved, 8-bit steps. */
export type Rises = {
  /** From a cell to the one on its right. */
  readonly risesRight: Float32Array;
  /** From a cell to the one below it. */
  readonly risesDown: Float32Array;
};

export function noRises(length: number): Rises {
  return { risesRight: new Float32Array(length), risesDown: new Float32Array(length) };
}

/**
 * For cells twice as large. From the middle of one to the middle of the next goes half of what rises inside
 * either and all that rises between them; the mean of the two fine lines that go there.
 */
export function coarsenRises(fine: Rises & PixelSize, width: number, height: number): Rises {
  const coarse = noRises(width * height * 3);
  for (let y = 0; y < fine.height; y++) {
    for (let x = 0; x < fine.width; x++) {
      const at = y * fine.width + x;
      const cell = (y >> 1) * width + (x >> 1);
      const left = x % 2 === 1 ? cell : x > 1 ? cell - 1 : -1;
      const above = y % 2 === 1 ? cell : y > 1 ? cell - width : -1;
      addRise(coarse.risesRight, fine.risesRight, at, cell, left);
      addRise(coarse.risesDown, fine.risesDown, at, cell, above);
    }
  }
  return coarse;
}

/** A quarter to each of the cells whose way it lies on (twice the same: it lies between cells); `other` −1: none. */
function addRise(to: Float32Array, from: Float32Array, at: number, one: number, other: number): void {
  for (let channel = 0; channel < 3; channel++) {
    const quarter = (from[at * 3 + channel] ?? 0) / 4;
    if (quarter === 0) continue;
    to[one * 3 + channel] = (to[one * 3 + channel] ?? 0) + quarter;
    if (other >= 0) to[other * 3 + channel] = (to[other * 3 + channel] ?? 0) + quarter;
  }
}
