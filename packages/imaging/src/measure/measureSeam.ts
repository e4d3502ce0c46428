import type { Picture } from '../picture/picture.ts';

export type SeamRequest = {
  readonly after: Picture;
  /** Of `after`'s size, 0…255: where and how much the patch shows. */
  readonly alpha: Uint8Array;
  /** For an edit that keeps the thing (recolour, relight): an edge that was there already is no seam. */
  readonly before?: Picture;
};

/** 1 = invisible, above = a visible step. */
export function measureSeam(_request: SeamRequest): number {
  throw new Error('measureSeam: not built yet');
}
