import type { Picture, PictureFormat } from '../picture/picture.ts';

/** Structures up to about this size count as detail: the mean of 5 × 5 pixels is taken off. */
const radiusPx = 2;

/**
 * Luma (Rec. 709 weights on encoded samples) less its local mean, in 8-bit steps, where `mask` is 1. The
 * mean is that of the pixels in the mask alone, so nothing beyond its border leaks in; 0 elsewhere.
 */
export function highFrequencies(picture: Picture, mask: Uint8Array): Float32Array {
  const luma = lumaOf(picture);
  const sums = boxSums(
    luma.map((value, i) => value * (mask[i] ?? 0)),
    picture,
  );
  const counts = boxSums(Float32Array.from(mask), picture);
  return luma.map((value, i) => (mask[i] === 1 ? value - (sums[i] ?? 0) / (counts[i] ?? 1) : 0));
}

function lumaOf({ width, height, channels, depth, data }: Picture): Float32Array {
  const toSteps = depth === 8 ? 1 : 1 / 257;
  return new Float32Array(width * height).map((_, pixel) => {
    const at = pixel * channels;
    return (0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0)) * toSteps;
  });
}

type PlaneSize = Pick<PictureFormat, 'width' | 'height'>;

/** Of the square round each pixel, as far as it lies in the plane. */
function boxSums(plane: Float32Array, { width, height }: PlaneSize): Float32Array {
  const across = new Float32Array(plane.length);
  for (let y = 0; y < height; y += 1) sumAlong(plane, across, { start: y * width, step: 1, length: width });
  const both = new Float32Array(plane.length);
  for (let x = 0; x < width; x += 1) sumAlong(across, both, { start: x, step: width, length: height });
  return both;
}

type Line = { readonly start: number; readonly step: number; readonly length: number };

function sumAlong(from: Float32Array, to: Float32Array, { start, step, length }: Line): void {
  let sum = 0;
  for (let i = 0; i < length + radiusPx; i += 1) {
    if (i < length) sum += from[start + i * step] ?? 0;
    const gone = i - 2 * radiusPx - 1;
    if (gone >= 0) sum -= from[start + gone * step] ?? 0;
    if (i >= radiusPx) to[start + (i - radiusPx) * step] = sum;
  }
}
