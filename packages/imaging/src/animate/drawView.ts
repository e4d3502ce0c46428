import type { PixelSize } from '@pinpaint/domain';
import type { View } from './camera.ts';

/** 8 bits, interleaved, row-major. */
export type Samples = PixelSize & { readonly channels: number; readonly data: Uint8Array };

/**
 * What lies in the view, at another size, by cubic convolution (Keys, a = −0.5); widened where it shrinks. A view of
 * whole pixels at its own size comes out sample for sample. Beyond the border the border is repeated.
 */
export function drawView(scene: Samples, view: View, size: PixelSize): Samples {
  const { channels } = scene;
  const columns = tapsAlong(view.x, view.width, { from: scene.width, to: size.width });
  const rows = tapsAlong(view.y, view.height, { from: scene.height, to: size.height });
  const [first, last] = [Math.min(...rows.at), Math.max(...rows.at)];
  const wide = new Float32Array((last - first + 1) * size.width * channels);
  for (let y = first; y <= last; y++)
    drawRow(scene, y, columns, wide.subarray((y - first) * size.width * channels));
  const length = size.width * channels;
  const data = new Uint8Array(size.height * length);
  const sums = new Float32Array(length);
  for (let y = 0; y < size.height; y++) {
    sums.fill(0);
    mixRows(wide, { rows, first, y }, sums);
    for (let x = 0; x < length; x++)
      data[y * length + x] = Math.min(255, Math.max(0, Math.round(sums[x] ?? 0)));
  }
  return { ...size, channels, data };
}

/** `count` samples and their weights for each place; all tables are flat, since this runs a billion times a film. */
type Taps = { readonly count: number; readonly at: Int32Array; readonly weights: Float32Array };

function tapsAlong(start: number, length: number, { from, to }: { from: number; to: number }): Taps {
  const step = length / to;
  const widening = Math.max(1, step);
  const count = Math.ceil(4 * widening) + 1;
  const at = new Int32Array(to * count);
  const weights = new Float32Array(to * count);
  for (let place = 0; place < to; place++) {
    const centre = start + (place + 0.5) * step - 0.5;
    const low = Math.ceil(centre - 2 * widening - 1e-9);
    const raw = Array.from({ length: count }, (_, tap) => keys((low + tap - centre) / widening));
    const sum = raw.reduce((all, weight) => all + weight, 0);
    for (const [tap, weight] of raw.entries()) {
      at[place * count + tap] = Math.min(Math.max(low + tap, 0), from - 1);
      weights[place * count + tap] = weight / sum;
    }
  }
  return { count, at, weights };
}

function drawRow(
  { width, channels, data }: Samples,
  y: number,
  { count, at, weights }: Taps,
  to: Float32Array,
): void {
  const row = y * width * channels;
  const places = at.length / count;
  for (let c = 0; c < channels; c++)
    for (let place = 0, tap = 0; place < places; place++) {
      let sum = 0;
      for (const end = tap + count; tap < end; tap++)
        sum += (weights[tap] ?? 0) * (data[row + (at[tap] ?? 0) * channels + c] ?? 0);
      to[place * channels + c] = sum;
    }
}

type RowMix = { readonly rows: Taps; readonly first: number; readonly y: number };

function mixRows(wide: Float32Array, { rows, first, y }: RowMix, sums: Float32Array): void {
  for (let tap = y * rows.count; tap < (y + 1) * rows.count; tap++) {
    const weight = rows.weights[tap] ?? 0;
    if (weight === 0) continue;
    const from = ((rows.at[tap] ?? 0) - first) * sums.length;
    for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] ?? 0) + weight * (wide[from + x] ?? 0);
  }
}

function keys(at: number): number {
  const d = Math.abs(at);
  if (d < 1e-9) return 1;
  if (d >= 2 || Math.abs(d - 1) < 1e-9) return 0;
  return d < 1 ? 1.5 * d ** 3 - 2.5 * d ** 2 + 1 : -0.5 * d ** 3 + 2.5 * d ** 2 - 4 * d + 2;
}
