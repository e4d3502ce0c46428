import { lumaPlane, type MaskPlane, type Rgb } from '../raster.ts';

const c = 170;

/**
 * Gradient magnitude similarity deviation (Xue 2014: Prewitt, c = 170) over the hole's pixels; 0: the same.
 * At full size, without the paper's halving: holes are small and what is judged is fine texture.
 */
export function gmsd(truth: Rgb, made: Rgb, hole: MaskPlane): number {
  const a = magnitudes(truth);
  const b = magnitudes(made);
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let at = 0; at < hole.data.length; at++) {
    if (hole.data[at] === 0) continue;
    const [ma = 0, mb = 0] = [a[at], b[at]];
    const similarity = (2 * ma * mb + c) / (ma * ma + mb * mb + c);
    sum += similarity;
    squares += similarity * similarity;
    count++;
  }
  const mean = sum / Math.max(1, count);
  return Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean));
}

/** Prewitt's, ⅓ a tap; 0 on the picture's outermost pixels. */
export function magnitudes(picture: Rgb): Float32Array {
  const { width, height } = picture;
  const luma = lumaPlane(picture);
  const out = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      let across = 0;
      let down = 0;
      for (let k = -1; k <= 1; k++) {
        across += (luma[(y + k) * width + x + 1] ?? 0) - (luma[(y + k) * width + x - 1] ?? 0);
        down += (luma[(y + 1) * width + x + k] ?? 0) - (luma[(y - 1) * width + x + k] ?? 0);
      }
      out[y * width + x] = Math.hypot(across / 3, down / 3);
    }
  }
  return out;
}
