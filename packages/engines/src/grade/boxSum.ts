import type { PixelSize } from '@pinpaint/domain';

/** Replaces each sample by the sum over the square of 2 × radius + 1 pixels round it; beyond the plane lies 0. */
export function boxSum(plane: Float32Array, { width, height }: PixelSize, radius: number): void {
  const line = new Float32Array(Math.max(width, height));
  for (let y = 0; y < height; y += 1)
    sumAlong(plane, { start: y * width, step: 1, length: width, radius }, line);
  for (let x = 0; x < width; x += 1) sumAlong(plane, { start: x, step: width, length: height, radius }, line);
}

type Line = {
  readonly start: number;
  readonly step: number;
  readonly length: number;
  readonly radius: number;
};

function sumAlong(plane: Float32Array, { start, step, length, radius }: Line, line: Float32Array): void {
  for (let k = 0; k < length; k += 1) line[k] = plane[start + k * step] ?? 0;
  let sum = 0;
  for (let k = 0; k < Math.min(radius, length); k += 1) sum += line[k] ?? 0;
  for (let k = 0; k < length; k += 1) {
    if (k + radius < length) sum += line[k + radius] ?? 0;
    if (k > radius) sum -= line[k - radius - 1] ?? 0;
    plane[start + k * step] = sum;
  }
}
