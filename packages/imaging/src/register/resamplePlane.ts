import type { PixelSize } from '@pinpaint/domain';
import { type AxisMap, type AxisTaps, axisTaps } from './axisTaps.ts';

/** Interleaved samples, row by row. */
export type Samples = PixelSize & {
  readonly channels: number;
  readonly data: Uint8Array | Uint16Array | Float32Array;
};

export type PlaneMap = { readonly x: AxisMap; readonly y: AxisMap };

/** One resampling along both axes, on the source's own scale; a cubic may overshoot it. */
export function resamplePlane(source: Samples, size: PixelSize, map: PlaneMap): Float32Array {
  const { channels } = source;
  const across = axisTaps(size.width, source.width, map.x);
  const narrow = new Float32Array(size.width * source.height * channels);
  for (let y = 0; y < source.height; y += 1) mixAcross(narrow, source, across, y);
  const rowLength = size.width * channels;
  const down = axisTaps(size.height, source.height, map.y);
  const out = new Float32Array(rowLength * size.height);
  for (let y = 0; y < size.height; y += 1) mixDown(out, narrow, down, { y, rowLength });
  return out;
}

function mixAcross(
  out: Float32Array,
  { width, channels, data }: Samples,
  { perSample, indices, weights }: AxisTaps,
  y: number,
): void {
  const targetWidth = indices.length / perSample;
  const from = y * width * channels;
  for (let x = 0; x < targetWidth; x += 1) {
    const to = (y * targetWidth + x) * channels;
    for (let k = x * perSample; k < (x + 1) * perSample; k += 1) {
      const weight = weights[k] ?? 0;
      if (weight === 0) continue;
      const at = from + (indices[k] ?? 0) * channels;
      for (let c = 0; c < channels; c += 1) out[to + c] = (out[to + c] ?? 0) + weight * (data[at + c] ?? 0);
    }
  }
}

type Row = { readonly y: number; readonly rowLength: number };

function mixDown(out: Float32Array, narrow: Float32Array, taps: AxisTaps, { y, rowLength }: Row): void {
  const to = y * rowLength;
  for (let k = y * taps.perSample; k < (y + 1) * taps.perSample; k += 1) {
    const weight = taps.weights[k] ?? 0;
    if (weight === 0) continue;
    const at = (taps.indices[k] ?? 0) * rowLength;
    for (let i = 0; i < rowLength; i += 1) out[to + i] = (out[to + i] ?? 0) + weight * (narrow[at + i] ?? 0);
  }
}
