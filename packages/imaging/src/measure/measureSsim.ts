const sigma = 1.5;
const radius = 5;
const c1 = (0.01 * 255) ** 2;
const c2 = (0.03 * 255) ** 2;

export type SsimRequest = {
  readonly width: number;
  readonly height: number;
  /** Luma 0…255 of the two pictures, row by row. */
  readonly one: Float32Array;
  readonly other: Float32Array;
  /** How much each pixel counts; 0: not at all. */
  readonly weight: Uint8Array;
};

/**
 * Structural similarity (Wang 2004: 11 × 11 Gaussian window, σ 1.5), the mean over the pixels that count: 1 for
 * the same picture, about 0 for two that have nothing in common.
 */
export function measureSsim({ width, height, one, other, weight }: SsimRequest): number {
  const blur = (plane: Float32Array): Float32Array => blurred(plane, width, height);
  const [meanA, meanB] = [blur(one), blur(other)];
  const [squareA, squareB] = [blur(one.map((v) => v * v)), blur(other.map((v) => v * v))];
  const product = blur(one.map((v, at) => v * (other[at] ?? 0)));
  let sum = 0;
  let count = 0;
  for (let at = 0; at < weight.length; at++) {
    const share = weight[at] ?? 0;
    if (share === 0) continue;
    const [ma = 0, mb = 0] = [meanA[at], meanB[at]];
    const varA = (squareA[at] ?? 0) - ma * ma;
    const varB = (squareB[at] ?? 0) - mb * mb;
    const covariance = (product[at] ?? 0) - ma * mb;
    const alike =
      ((2 * ma * mb + c1) * (2 * covariance + c2)) / ((ma * ma + mb * mb + c1) * (varA + varB + c2));
    sum += alike * share;
    count += share;
  }
  return sum / Math.max(1, count);
}

function blurred(plane: Float32Array, width: number, height: number): Float32Array {
  return alongColumns(alongRows(plane, width, height), width, height);
}

function alongRows(plane: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(plane.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -radius; k <= radius; k++) {
        sum += (kernel[k + radius] ?? 0) * (plane[y * width + Math.min(width - 1, Math.max(0, x + k))] ?? 0);
      }
      out[y * width + x] = sum;
    }
  }
  return out;
}

function alongColumns(plane: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(plane.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -radius; k <= radius; k++) {
        sum += (kernel[k + radius] ?? 0) * (plane[Math.min(height - 1, Math.max(0, y + k)) * width + x] ?? 0);
      }
      out[y * width + x] = sum;
    }
  }
  return out;
}

const kernel = gaussian();

function gaussian(): Float64Array {
  const values = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)),
  );
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}
