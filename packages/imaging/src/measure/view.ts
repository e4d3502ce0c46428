import type { PixelSize } from '@pinpaint/domain';
import type { Picture } from '../picture/picture.ts';
import { lumaOf } from './lumaOf.ts';

/** A picture shrunk for measuring, in 8-bit steps whatever its depth: RGB interleaved, and its luma. */
export type View = PixelSize & { readonly rgb: Float32Array; readonly luma: Float32Array };

/** By how many pixels each way to average so that the longer side is no more than `limitPx`. */
export function shrinkFactor({ width, height }: PixelSize, limitPx: number): number {
  return Math.max(1, Math.ceil(Math.max(width, height) / limitPx));
}

/** Means of `factor` × `factor` pixels; what is left over at the right and bottom is cut off. */
export function viewOf(picture: Picture, factor: number): View {
  const size = shrunkSize(picture, factor);
  const rgb = new Float32Array(size.width * size.height * 3);
  const toSteps = (picture.depth === 8 ? 1 : 1 / 257) / (factor * factor);
  for (let y = 0; y < size.height * factor; y += 1) {
    const to = Math.floor(y / factor) * size.width * 3;
    addRow(rgb, to, picture, { y, factor, columns: size.width });
  }
  for (let i = 0; i < rgb.length; i += 1) rgb[i] = (rgb[i] ?? 0) * toSteps;
  return { ...size, rgb, luma: lumaOf(rgb) };
}

type RowPlace = { readonly y: number; readonly factor: number; readonly columns: number };

function addRow(
  rgb: Float32Array,
  to: number,
  { width, channels, data }: Picture,
  { y, factor, columns }: RowPlace,
): void {
  for (let x = 0; x < columns * factor; x += 1) {
    const from = (y * width + x) * channels;
    const at = to + Math.floor(x / factor) * 3;
    rgb[at] = (rgb[at] ?? 0) + (data[from] ?? 0);
    rgb[at + 1] = (rgb[at + 1] ?? 0) + (data[from + 1] ?? 0);
    rgb[at + 2] = (rgb[at + 2] ?? 0) + (data[from + 2] ?? 0);
  }
}

/** An alpha shrunk in the same way: the most of each square, so that nothing that may change counts as untouched. */
export function shrinkAlpha(alpha: Uint8Array, size: PixelSize, factor: number): Uint8Array {
  if (factor === 1) return alpha;
  const { width, height } = shrunkSize(size, factor);
  const small = new Uint8Array(width * height);
  for (let y = 0; y < height * factor; y += 1) {
    for (let x = 0; x < width * factor; x += 1) {
      const at = Math.floor(y / factor) * width + Math.floor(x / factor);
      small[at] = Math.max(small[at] ?? 0, alpha[y * size.width + x] ?? 0);
    }
  }
  return small;
}

function shrunkSize({ width, height }: PixelSize, factor: number): PixelSize {
  return { width: Math.floor(width / factor), height: Math.floor(height / factor) };
}
