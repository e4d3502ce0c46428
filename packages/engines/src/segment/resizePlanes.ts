import type { PixelSize } from '@pinpaint/domain';
import type { Planes } from '../planes.ts';

/**
 * Planes of another size, between samples' centres in straight lines; made smaller, each is the mean of what it covers
 * (a triangle as wide as the step, as Pillow's bilinear does and as these models were taught with).
 */
export function resizePlanes({ width, height, data }: Planes, size: PixelSize): Planes {
  const count = data.length / (width * height);
  const across = tapsOf(width, size.width);
  const down = tapsOf(height, size.height);
  const narrow = new Float32Array(count * height * size.width);
  for (let row = 0; row < count * height; row++) {
    for (const [x, { from, weights }] of across.entries()) {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (data[row * width + from + i] ?? 0);
      narrow[row * size.width + x] = sum;
    }
  }
  const out = new Float32Array(count * size.height * size.width);
  for (let plane = 0; plane < count; plane++) {
    for (const [y, { from, weights }] of down.entries()) {
      const to = (plane * size.height + y) * size.width;
      for (let i = 0; i < weights.length; i++) {
        const row = (plane * height + from + i) * size.width;
        const weight = weights[i] ?? 0;
        for (let x = 0; x < size.width; x++)
          out[to + x] = (out[to + x] ?? 0) + weight * (narrow[row + x] ?? 0);
      }
    }
  }
  return { ...size, data: out };
}

/** Which samples make one of the new ones, and how much each counts; all together 1. */
type Taps = { readonly from: number; readonly weights: Float32Array };

function tapsOf(length: number, wanted: number): readonly Taps[] {
  const step = length / wanted;
  const reach = Math.max(1, step);
  return Array.from({ length: wanted }, (_, at) => {
    const centre = (at + 0.5) * step;
    const from = Math.max(0, Math.floor(centre - reach + 0.5));
    const end = Math.min(length, Math.ceil(centre + reach - 0.5));
    const weights = Float32Array.from({ length: Math.max(1, end - from) }, (_, i) =>
      Math.max(0, 1 - Math.abs(from + i + 0.5 - centre) / reach),
    );
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return { from, weights: weights.map((weight) => weight / sum) };
  });
}
