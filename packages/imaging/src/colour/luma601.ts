import type { Picture } from '../picture/picture.ts';

/** ITU-R BT.601's luma of encoded samples, row by row, in 8-bit steps whatever the depth. */
export function luma601({ width, height, channels, depth, data }: Picture): Float32Array {
  const luma = new Float32Array(width * height);
  const scale = depth === 16 ? 1 / 257 : 1;
  for (let at = 0, from = 0; at < luma.length; at += 1, from += channels) {
    const [r, g, b] = [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
    luma[at] = (0.299 * r + 0.587 * g + 0.114 * b) * scale;
  }
  return luma;
}
