import type { Picture } from '../picture/picture.ts';
import { boxSum } from './boxSum.ts';

/** Structures up to about this size count as detail: the mean of 5 × 5 pixels is taken off. */
const radiusPx = 2;

/**
 * Luma (Rec. 709 weights on encoded samples) less its local mean, in 8-bit steps, where `mask` is 1. The
 * mean is that of the pixels in the mask alone, so nothing beyond its border leaks in; 0 elsewhere.
 */
export function highFrequencies(picture: Picture, mask: Uint8Array): Float32Array {
  const detail = maskedLuma(picture, mask);
  const { width, height } = picture;
  const sums = boxSum(detail, { width, height, radiusPx });
  const counts = boxSum(new Float32Array(mask), { width, height, radiusPx });
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
