import type { PixelSize } from '@pinpaint/domain';

/**
 * Of each pixel the mean over the square round it, of those pixels alone whose weight is not 0; NaN where there
 * is none. `planes` are interleaved, `channels` a pixel. By running sums, so that the radius costs nothing.
 */
export function boxMean(
  planes: Float32Array,
  weights: Uint8Array,
  { width, height, channels, radiusPx }: PixelSize & { readonly channels: number; readonly radiusPx: number },
): Float32Array {
  const stride = channels + 1;
  const across = new Float64Array(width * height * stride);
  const sums = new Float64Array(stride);
  const add = (at: number, sign: number): void => {
    if (weights[at] === 0) return;
    for (let c = 0; c < channels; c += 1) sums[c] = (sums[c] ?? 0) + sign * (planes[at * channels + c] ?? 0);
    sums[channels] = (sums[channels] ?? 0) + sign;
  };
  for (let y = 0; y < height; y += 1) {
    sums.fill(0);
    for (let x = -radiusPx; x < width; x += 1) {
      if (x + radiusPx < width) add(y * width + x + radiusPx, 1);
      if (x - radiusPx - 1 >= 0) add(y * width + x - radiusPx - 1, -1);
      if (x >= 0) across.set(sums, (y * width + x) * stride);
    }
  }
  return meansDown(across, { width, height, stride, radiusPx });
}

type Down = PixelSize & { readonly stride: number; readonly radiusPx: number };

function meansDown(across: Float64Array, { width, height, stride, radiusPx }: Down): Float32Array {
  const row = width * stride;
  const sums = new Float64Array(row);
  const channels = stride - 1;
  const means = new Float32Array(width * height * channels);
  for (let y = -radiusPx; y < height; y += 1) {
    const [entering, leaving] = [y + radiusPx, y - radiusPx - 1];
    for (let i = 0; i < row; i += 1) {
      if (entering < height) sums[i] = (sums[i] ?? 0) + (across[entering * row + i] ?? 0);
      if (leaving >= 0) sums[i] = (sums[i] ?? 0) - (across[leaving * row + i] ?? 0);
    }
    if (y < 0) continue;
    for (let x = 0; x < width; x += 1) {
      const count = Math.round(sums[x * stride + channels] ?? 0);
      for (let c = 0; c < channels; c += 1) {
        means[(y * width + x) * channels + c] =
          count === 0 ? Number.NaN : (sums[x * stride + c] ?? 0) / count;
      }
    }
  }
  return means;
}
