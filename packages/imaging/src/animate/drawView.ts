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
  const first = Math.min(...rows.map(({ at }) => at[0] ?? 0));
  const last = Math.max(...rows.map(({ at }) => at.at(-1) ?? 0));
  const wide = new Float32Array((last - first + 1) * size.width * channels);
  for (let y = first; y <= last; y++)
    drawRow(scene, y, { columns, to: wide, start: (y - first) * size.width * channels });
  const data = new Uint8Array(size.width * size.height * channels);
  for (const [y, taps] of rows.entries())
    mixRows(wide, { taps, first, length: size.width * channels }, data, y);
  return { ...size, channels, data };
}

type Taps = { readonly at: readonly number[]; readonly weights: readonly number[] };

function tapsAlong(start: number, length: number, { from, to }: { from: number; to: number }): Taps[] {
  const step = length / to;
  const widening = Math.max(1, step);
  return Array.from({ length: to }, (_, index) => {
    const centre = start + (index + 0.5) * step - 0.5;
    const [low, high] = [Math.ceil(centre - 2 * widening + 1e-9), Math.floor(centre + 2 * widening - 1e-9)];
    const at: number[] = [];
    const weights: number[] = [];
    for (let sample = low; sample <= high; sample++) {
      const weight = keys((sample - centre) / widening);
      if (weight === 0) continue;
      at.push(Math.min(Math.max(sample, 0), from - 1));
      weights.push(weight);
    }
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return { at, weights: weights.map((weight) => weight / sum) };
  });
}

type RowTarget = { readonly columns: readonly Taps[]; readonly to: Float32Array; readonly start: number };

function drawRow({ width, channels, data }: Samples, y: number, { columns, to, start }: RowTarget): void {
  const row = y * width * channels;
  let at = start;
  for (const taps of columns) {
    for (let c = 0; c < channels; c++) {
      let sum = 0;
      for (let i = 0; i < taps.at.length; i++)
        sum += (taps.weights[i] ?? 0) * (data[row + (taps.at[i] ?? 0) * channels + c] ?? 0);
      to[at++] = sum;
    }
  }
}

type RowMix = { readonly taps: Taps; readonly first: number; readonly length: number };

function mixRows(wide: Float32Array, { taps, first, length }: RowMix, to: Uint8Array, y: number): void {
  const sums = new Float32Array(length);
  for (let i = 0; i < taps.at.length; i++) {
    const from = ((taps.at[i] ?? 0) - first) * length;
    const weight = taps.weights[i] ?? 0;
    for (let x = 0; x < length; x++) sums[x] = (sums[x] ?? 0) + weight * (wide[from + x] ?? 0);
  }
  for (let x = 0; x < length; x++) to[y * length + x] = Math.min(255, Math.max(0, Math.round(sums[x] ?? 0)));
}

function keys(at: number): number {
  const d = Math.abs(at);
  if (d < 1e-9) return 1;
  if (d >= 2 || Math.abs(d - 1) < 1e-9) return 0;
  return d < 1 ? 1.5 * d ** 3 - 2.5 * d ** 2 + 1 : -0.5 * d ** 3 + 2.5 * d ** 2 - 4 * d + 2;
}
