import type { Picture } from '../picture/picture.ts';

/**
 * sRGB → OKLab (Ottosson 2020): L, a, b interleaved, L 0…1, a and b about ±0.4; length = width × height × 3.
 * A fourth channel is left out.
 */
export function toOklab(_picture: Picture): Float32Array {
  throw new Error('toOklab: not built yet');
}

export type OklabPlane = { readonly width: number; readonly height: number; readonly lab: Float32Array };

/** OKLab → sRGB, 3 channels; what lies outside sRGB is clipped per channel. */
export function fromOklab(_plane: OklabPlane, _depth: Picture['depth']): Picture {
  throw new Error('fromOklab: not built yet');
}
