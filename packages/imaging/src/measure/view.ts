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
  return viewFrom({ ...picture, samples: picture.data, toSteps: picture.depth === 8 ? 1 : 1 / 257 }, factor);
}

/** The same as a picture of 8 bits. */
export function shrinkPicture(picture: Picture, factor: number): Picture {
  const { width, height, rgb } = viewOf(picture, factor);
  const data = new Uint8Array(rgb.length);
  for (let i = 0; i < data.length; i += 1) data[i] = Math.round(rgb[i] ?? 0);
  return { width, height, channels: 3, depth: 8, data };
}

/** A view shrunk further. */
export function shrinkView(view: View, factor: number): View {
  return factor === 1 ? view : viewFrom({ ...view, channels: 3, samples: view.rgb, toSteps: 1 }, factor);
}

type Source = PixelSize & {
  readonly channels: number;
  readonly samples: Uint8Array | Uint16Array | Float32Array;
  readonly toSteps: number;
};

function viewFrom(source: Source, factor: number): View {
  const size = shrunkSize(source, factor);
  const rgb = new Float32Array(size.width * size.height * 3);
  for (let y = 0; y < size.height; y += 1) {
    const row = rgb.subarray(y * size.width * 3, (y + 1) * size.width * 3);
    for (let k = 0; k < factor; k += 1) addRow(row, source, y * factor + k, factor);
  }
  const scale = source.toSteps / (factor * factor);
  for (let i = 0; i < rgb.length; i += 1) rgb[i] = (rgb[i] ?? 0) * scale;
  return { ...size, rgb, luma: lumaOf(rgb) };
}

function addRow(row: Float32Array, { width, channels, samples }: Source, y: number, factor: number): void {
  let from = y * width * channels;
  for (let to = 0; to < row.length; to += 3) {
    let [r, g, b] = [0, 0, 0];
    for (let k = 0; k < factor; k += 1, from += channels) {
      r += samples[from] ?? 0;
      g += samples[from + 1] ?? 0;
      b += samples[from + 2] ?? 0;
    }
    row[to] = (row[to] ?? 0) + r;
    row[to + 1] = (row[to + 1] ?? 0) + g;
    row[to + 2] = (row[to + 2] ?? 0) + b;
  }
}

/** An alpha shrunk in the same way: the most of each square, so that nothing that may change counts as untouched. */
export function shrinkAlpha(alpha: Uint8Array, size: PixelSize, factor: number): Uint8Array {
  if (factor === 1) return alpha;
  const { width, height } = shrunkSize(size, factor);
  const small = new Uint8Array(width * height);
  for (let y = 0; y < height * factor; y += 1) {
    const to = Math.floor(y / factor) * width;
    let from = y * size.width;
    for (let x = 0; x < width; x += 1) {
      let most = small[to + x] ?? 0;
      for (let k = 0; k < factor; k += 1, from += 1) {
        const value = alpha[from] ?? 0;
        if (value > most) most = value;
      }
      small[to + x] = most;
    }
  }
  return small;
}

function shrunkSize({ width, height }: PixelSize, factor: number): PixelSize {
  return { width: Math.floor(width / factor), height: Math.floor(height / factor) };
}
