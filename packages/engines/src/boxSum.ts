import type { PixelSize } from '@pinpaint/domain';

/** Replaces each sample by the sum over the square of 2 × radius + 1 pixels round it; beyond the plane lies 0. */
export function boxSum(plane: Float32Array, { width, height }: PixelSize, radius: number): void {
  const line = new Float32Array(width);
  for (let row = 0; row < plane.length; row += width) {
    line.set(plane.subarray(row, row + width));
    let sum = 0;
    for (let x = 0; x < Math.min(radius, width); x += 1) sum += line[x] ?? 0;
    for (let x = 0; x < width; x += 1) {
      if (x + radius < width) sum += line[x + radius] ?? 0;
      if (x > radius) sum -= line[x - radius - 1] ?? 0;
      plane[row + x] = sum;
    }
  }
  sumDown(plane, { width, height }, radius);
}

/** Row by row, for all columns at once: down the columns memory is slow. */
function sumDown(plane: Float32Array, { width, height }: PixelSize, radius: number): void {
  const sums = new Float64Array(width);
  const rows = plane.slice();
  for (let y = -radius; y < height; y += 1) {
    const last = y + radius;
    const gone = y - radius - 1;
    if (last < height) {
      for (let x = 0, i = last * width; x < width; x += 1, i += 1) sums[x] = (sums[x] ?? 0) + (rows[i] ?? 0);
    }
    if (y < 0) continue;
    if (gone >= 0) {
      for (let x = 0, i = gone * width; x < width; x += 1, i += 1) sums[x] = (sums[x] ?? 0) - (rows[i] ?? 0);
    }
    plane.set(sums, y * width);
  }
}
