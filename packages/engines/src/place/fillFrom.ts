import type { PixelSize } from '@pinpaint/domain';

type Weighted = { readonly values: Float32Array; readonly weights: Float32Array };

/**
 * Values where they are trusted, and elsewhere what lies round there: averages over ever larger cells, each taken only
 * for the trust that the finer ones lack (pull-push; Gortler et al., The Lumigraph, 1996).
 */
export function fillFrom({ values, weights }: Weighted, size: PixelSize): Float32Array {
  if (size.width === 1 && size.height === 1) return values.slice();
  const half = { width: Math.ceil(size.width / 2), height: Math.ceil(size.height / 2) };
  const small = pulled({ values, weights }, size, half);
  const around = fillFrom(small, half);
  return values.map((value, i) => {
    const trust = Math.min(1, weights[i] ?? 0);
    const x = i % size.width;
    const y = (i - x) / size.width;
    return trust * value + (1 - trust) * between(around, half, x, y);
  });
}

function pulled({ values, weights }: Weighted, size: PixelSize, half: PixelSize): Weighted {
  const sums = new Float32Array(half.width * half.height);
  const trust = new Float32Array(half.width * half.height);
  for (let i = 0; i < values.length; i += 1) {
    const x = i % size.width;
    const y = (i - x) / size.width;
    const to = (y >> 1) * half.width + (x >> 1);
    const weight = weights[i] ?? 0;
    sums[to] = (sums[to] ?? 0) + weight * (values[i] ?? 0);
    trust[to] = (trust[to] ?? 0) + weight;
  }
  return { values: sums.map((sum, i) => (trust[i] ? sum / (trust[i] ?? 1) : 0)), weights: trust };
}

function between(plane: Float32Array, { width, height }: PixelSize, x: number, y: number): number {
  return readBilinear(plane, { width, height }, x / 2 - 0.25, y / 2 - 0.25);
}

/** At a place between a plane's samples, which lie on whole numbers; beyond the outermost it stays as there. */
export function readBilinear(
  plane: Float32Array,
  { width, height }: PixelSize,
  x: number,
  y: number,
): number {
  const cx = Math.min(width - 1, Math.max(0, x));
  const cy = Math.min(height - 1, Math.max(0, y));
  const [x0, y0] = [cx | 0, cy | 0];
  const [fx, fy] = [cx - x0, cy - y0];
  const a = y0 * width + x0;
  const right = x0 + 1 < width ? 1 : 0;
  const down = y0 + 1 < height ? width : 0;
  const top = (plane[a] ?? 0) * (1 - fx) + (plane[a + right] ?? 0) * fx;
  const bottom = (plane[a + down] ?? 0) * (1 - fx) + (plane[a + down + right] ?? 0) * fx;
  return top * (1 - fy) + bottom * fy;
}

/** Three boxes in each direction: near enough to a bell. Ends repeat. */
export function smooth(plane: Float32Array, size: PixelSize, radius: number): Float32Array {
  let smoothed = plane;
  for (let pass = 0; pass < 3 && radius > 0; pass += 1) {
    smoothed = boxAcross(smoothed, size, radius);
    smoothed = boxDown(smoothed, size, radius);
  }
  return smoothed;
}

function boxAcross(plane: Float32Array, { width, height }: PixelSize, radius: number): Float32Array {
  return boxAlong(plane, { lines: height, line: width, length: width, step: 1, radius });
}

function boxDown(plane: Float32Array, { width, height }: PixelSize, radius: number): Float32Array {
  return boxAlong(plane, { lines: width, line: 1, length: height, step: width, radius });
}

type Lines = { lines: number; line: number; length: number; step: number; radius: number };

function boxAlong(plane: Float32Array, { lines, line, length, step, radius }: Lines): Float32Array {
  const to = new Float32Array(plane.length);
  for (let k = 0; k < lines; k += 1) {
    const start = k * line;
    const at = (i: number) => plane[start + Math.min(length - 1, Math.max(0, i)) * step] ?? 0;
    let sum = 0;
    for (let i = -radius; i <= radius; i += 1) sum += at(i);
    for (let i = 0; i < length; i += 1) {
      to[start + i * step] = sum / (2 * radius + 1);
      sum += at(i + radius + 1) - at(i - radius);
    }
  }
  return to;
}

/** The highest value within a square round each place. */
export function highest(plane: Float32Array, { width }: PixelSize, radius: number): Float32Array {
  const across = plane.map((_, i) => {
    const x = i % width;
    const [from, to] = [i - Math.min(x, radius), i + Math.min(width - 1 - x, radius)];
    return plane.subarray(from, to + 1).reduce((most, value) => Math.max(most, value), -Infinity);
  });
  return across.map((_, i) => {
    let most = -Infinity;
    for (let k = -radius; k <= radius; k += 1) most = Math.max(most, across[i + k * width] ?? -Infinity);
    return most;
  });
}
