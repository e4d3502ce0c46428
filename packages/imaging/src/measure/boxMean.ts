import { type Box, boxSum } from './boxSum.ts';

/**
 * Of each pixel the mean over the square round it, of those pixels alone whose weight is 1; NaN where there is none.
 * By running sums, so that the radius costs nothing.
 */
export function boxMean(planes: Float32Array, weights: Uint8Array, box: Box): Float32Array {
  const { channels = 1 } = box;
  const counts = boxSum(Float32Array.from(weights), { ...box, channels: 1 });
  const means = boxSum(weighted(planes, weights, channels), box);
  for (let i = 0, at = 0; i < counts.length; i += 1) {
    const count = Math.round(counts[i] ?? 0);
    for (let c = 0; c < channels; c += 1, at += 1) {
      means[at] = count === 0 ? Number.NaN : (means[at] ?? 0) / count;
    }
  }
  return means;
}

function weighted(planes: Float32Array, weights: Uint8Array, channels: number): Float32Array {
  const kept = new Float32Array(planes.length);
  for (let i = 0, at = 0; i < weights.length; i += 1) {
    for (let c = 0; c < channels; c += 1, at += 1) if (weights[i] === 1) kept[at] = planes[at] ?? 0;
  }
  return kept;
}
