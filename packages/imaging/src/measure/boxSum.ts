import type { PixelSize } from '@pinpaint/domain';

export type Box = PixelSize & {
  /** Interleaved, a pixel; 1 unless told. */
  readonly channels?: number;
  readonly radiusPx: number;
};

/** Of each sample the sum over the square of 2 × radius + 1 pixels round it, as far as the plane goes. By running sums. */
export function boxSum(planes: Float32Array, { width, height, channels = 1, radiusPx }: Box): Float32Array {
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
