import type { PixelSize } from '@pinpaint/domain';

type Box = PixelSize & {
  /** Interleaved, a pixel. */
  readonly channels: number;
  readonly radiusPx: number;
};

/**
 * Of each pixel the mean over the square round it, of those pixels alone whose weight is 1; NaN where there is none.
 * By running sums, so that the radius costs nothing.
 */
export function boxMean(planes: Float32Array, weights: Uint8Array, box: Box): Float32Array {
  const { channels } = box;
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

function boxSum(planes: Float32Array, { width, height, channels, radiusPx }: Box): Float32Array {
  const across = new Float32Array(planes.length);
  for (let y = 0; y < height; y += 1) {
    for (let c = 0; c < channels; c += 1) {
      sumAlong(planes, across, { start: y * width * channels + c, step: channels, length: width, radiusPx });
    }
  }
  return sumDown(across, { width: width * channels, height, radiusPx });
}

type Run = {
  readonly start: number;
  readonly step: number;
  readonly length: number;
  readonly radiusPx: number;
};

function sumAlong(from: Float32Array, to: Float32Array, { start, step, length, radiusPx }: Run): void {
  let sum = 0;
  for (let entering = 0; entering < length + radiusPx; entering += 1) {
    if (entering < length) sum += from[start + entering * step] ?? 0;
    const leaving = entering - 2 * radiusPx - 1;
    if (leaving >= 0) sum -= from[start + leaving * step] ?? 0;
    if (entering >= radiusPx) to[start + (entering - radiusPx) * step] = sum;
  }
}

/** Row by row for all columns at once: going down one column after the other would miss the cache each time. */
function sumDown(across: Float32Array, { width, height, radiusPx }: Omit<Box, 'channels'>): Float32Array {
  const sums = new Float64Array(width);
  const down = new Float32Array(across.length);
  for (let entering = 0; entering < height + radiusPx; entering += 1) {
    const [leaving, middle] = [entering - 2 * radiusPx - 1, entering - radiusPx];
    for (let i = 0; i < width; i += 1) {
      let sum = sums[i] ?? 0;
      if (entering < height) sum += across[entering * width + i] ?? 0;
      if (leaving >= 0) sum -= across[leaving * width + i] ?? 0;
      sums[i] = sum;
      if (middle >= 0) down[middle * width + i] = sum;
    }
  }
  return down;
}
