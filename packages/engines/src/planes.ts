import type { PixelSize } from '@pinpaint/domain';
import type { RgbCrop } from './engine.ts';

/** Samples as a graph reads them: one plane after the other (NCHW without N), each row-major. */
export type Planes = PixelSize & { readonly data: Float32Array };

/** To what a crop's right and lower border is repeated: what a graph halves several times must come out even. */
export type Padding = {
  /** Sides become multiples of it… */
  readonly stride: number;
  /** …and no shorter than this. */
  readonly least?: PixelSize;
};

/** A crop as three planes of `low`…`high`. */
export function toPlanes(
  crop: RgbCrop,
  { low, high, ...padding }: Padding & { readonly low: number; readonly high: number },
): Planes {
  const { width, height } = paddedSize(crop, padding);
  const scale = (high - low) / (crop.depth === 16 ? 65_535 : 255);
  const data = new Float32Array(3 * width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.min(y, crop.height - 1) * crop.width;
    for (let x = 0; x < width; x++) {
      const from = (row + Math.min(x, crop.width - 1)) * 3;
      const to = y * width + x;
      for (let channel = 0; channel < 3; channel++) {
        data[channel * width * height + to] = low + scale * (crop.data[from + channel] ?? 0);
      }
    }
  }
  return { width, height, data };
}

/** The way back: what lies in the crop, of `low`…`high`, in its own depth. */
export function fromPlanes(
  { width, height, data }: Planes,
  size: PixelSize,
  { low, high, depth }: { readonly low: number; readonly high: number; readonly depth: 8 | 16 },
): RgbCrop {
  const largest = depth === 16 ? 65_535 : 255;
  const samples = new (depth === 16 ? Uint16Array : Uint8Array)(3 * size.width * size.height);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const from = y * width + x;
      const to = (y * size.width + x) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const share = ((data[channel * width * height + from] ?? low) - low) / (high - low);
        samples[to + channel] = Math.round(largest * Math.min(1, Math.max(0, share)));
      }
    }
  }
  return samples instanceof Uint16Array
    ? { ...size, depth: 16, data: samples }
    : { ...size, depth: 8, data: samples };
}

/** An 8-bit plane of the crop's size, padded the same way; `of` says what becomes of a sample. */
export function toPlane(
  plane: Uint8Array,
  size: PixelSize,
  { of, ...padding }: Padding & { readonly of: (sample: number) => number },
): Planes {
  const { width, height } = paddedSize(size, padding);
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.min(y, size.height - 1) * size.width;
    for (let x = 0; x < width; x++) data[y * width + x] = of(plane[row + Math.min(x, size.width - 1)] ?? 0);
  }
  return { width, height, data };
}

function paddedSize({ width, height }: PixelSize, { stride, least }: Padding): PixelSize {
  const padded = (length: number, atLeast = 0): number =>
    Math.ceil(Math.max(length, atLeast) / stride) * stride;
  return { width: padded(width, least?.width), height: padded(height, least?.height) };
}
