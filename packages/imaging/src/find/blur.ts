import { boxSum } from '../measure/boxSum.ts';
import type { GreyView } from './greyView.ts';

/** Takes noise off: each sample the mean of a square around it, twice, which is near a Gauss of σ 1.2. */
export function blur(view: GreyView): GreyView {
  const once = boxed(view.data, view);
  return { ...view, data: boxed(once, view) };
}

function boxed(data: Uint8Array, { width, height }: Pick<GreyView, 'width' | 'height'>): Uint8Array {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - 1), Math.min(height - 1, y + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - 1), Math.min(width - 1, x + 1)];
      let sum = 0;
      for (let row = top; row <= bottom; row += 1)
        for (let column = left; column <= right; column += 1) sum += data[row * width + column] ?? 0;
      out[y * width + x] = sum / ((bottom - top + 1) * (right - left + 1)) + 0.5;
    }
  }
  return out;
}

/**
 * What differs from the mean of a square of `radius` samples to each side, around 128: of two places with the
 * same fall of light and other things in it, only the light is alike.
 */
export function detailIn(view: GreyView, radius = 12): GreyView {
  const { width, height, data } = view;
  const sums = boxSum(Float32Array.from(data), { width, height, radiusPx: radius });
  const detail = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const rows = Math.min(height, y + radius + 1) - Math.max(0, y - radius);
    for (let x = 0; x < width; x += 1) {
      const columns = Math.min(width, x + radius + 1) - Math.max(0, x - radius);
      const value = (data[y * width + x] ?? 0) - (sums[y * width + x] ?? 0) / (rows * columns);
      detail[y * width + x] = Math.max(0, Math.min(255, value + 128.5));
    }
  }
  return { ...view, data: detail };
}

/** Standard deviation of lightness in the part of a view under `rect` of frame space. */
export function spreadIn(
  { rect: all, width, height, data }: GreyView,
  rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): number {
  const [across, down] = [width / all.width, height / all.height];
  const [left, right] = [
    Math.floor((rect.x - all.x) * across),
    Math.ceil((rect.x + rect.width - all.x) * across),
  ];
  const [top, bottom] = [
    Math.floor((rect.y - all.y) * down),
    Math.ceil((rect.y + rect.height - all.y) * down),
  ];
  let [count, sum, squares] = [0, 0, 0];
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x += 1) {
      const value = data[y * width + x] ?? 0;
      count += 1;
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / Math.max(1, count);
  return Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean));
}
