import type { Picture, PictureFormat } from '../picture/picture.ts';

/** Structures up to about this size count as detail: the mean of 5 × 5 pixels is taken off. */
const radiusPx = 2;

/**
 * Luma (Rec. 709 weights on encoded samples) less its local mean, in 8-bit steps, where `mask` is 1. The
 * mean is that of the pixels in the mask alone, so nothing beyond its border leaks in; 0 elsewhere.
 */
export function highFrequencies(picture: Picture, mask: Uint8Array): Float32Array {
  const detail = maskedLuma(picture, mask);
  const sums = boxSums(detail, picture);
  const counts = boxSums(new Float32Array(mask), picture);
  for (let i = 0; i < detail.length; i += 1) {
    if (mask[i] === 1) detail[i] = (detail[i] ?? 0) - (sums[i] ?? 0) / (counts[i] ?? 1);
  }
  return detail;
}

function maskedLuma({ width, height, channels, depth, data }: Picture, mask: Uint8Array): Float32Array {
  const luma = new Float32Array(width * height);
  const toSteps = depth === 8 ? 1 : 1 / 257;
  for (let i = 0, at = 0; i < luma.length; i += 1, at += channels) {
    if (mask[i] !== 1) continue;
    const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    luma[i] = (0.2126 * r + 0.7152 * g + 0.0722 * b) * toSteps;
  }
  return luma;
}

type PlaneSize = Pick<PictureFormat, 'width' | 'height'>;

/** Of the square round each pixel, as far as it lies in the plane. */
function boxSums(plane: Float32Array, { width, height }: PlaneSize): Float32Array {
  const across = new Float32Array(plane.length);
  for (let y = 0; y < height; y += 1) sumAlong(plane.subarray(y * width), across.subarray(y * width), width);
  return sumsDown(across, { width, height });
}

function sumAlong(from: Float32Array, to: Float32Array, length: number): void {
  let sum = 0;
  for (let entering = 0; entering < length + radiusPx; entering += 1) {
    if (entering < length) sum += from[entering] ?? 0;
    const leaving = entering - 2 * radiusPx - 1;
    if (leaving >= 0) sum -= from[leaving] ?? 0;
    if (entering >= radiusPx) to[entering - radiusPx] = sum;
  }
}

/** Row by row for all columns at once: going down one column after the other would miss the cache each time. */
function sumsDown(plane: Float32Array, { width, height }: PlaneSize): Float32Array {
  const sums = new Float64Array(width);
  const down = new Float32Array(plane.length);
  for (let entering = 0; entering < height + radiusPx; entering += 1) {
    const leaving = entering - 2 * radiusPx - 1;
    const middle = entering - radiusPx;
    for (let x = 0; x < width; x += 1) {
      let sum = sums[x] ?? 0;
      if (entering < height) sum += plane[entering * width + x] ?? 0;
      if (leaving >= 0) sum -= plane[leaving * width + x] ?? 0;
      sums[x] = sum;
      if (middle >= 0) down[middle * width + x] = sum;
    }
  }
  return down;
}
