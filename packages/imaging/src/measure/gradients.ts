import type { PixelSize } from '@pinpaint/domain';

/** Of luma, 8-bit steps a pixel; 0 on the outermost three pixels. */
export type Gradients = { readonly right: Float32Array; readonly down: Float32Array };

/**
 * Scharr's 3 × 3 operator, which keeps directions better than Sobel's (H. Scharr 2000), on luma smoothed a little:
 * the stairs of an edge that is not antialiased have directions of their own.
 */
export function gradientsOf(plane: Float32Array, { width, height }: PixelSize): Gradients {
  const luma = smoothed(smoothed(plane, 1), width);
  const [right, down] = [new Float32Array(luma.length), new Float32Array(luma.length)];
  for (let y = 3; y < height - 3; y += 1) {
    for (let i = y * width + 3; i < (y + 1) * width - 3; i += 1) {
      const [a, b, c] = [luma[i - width - 1] ?? 0, luma[i - width] ?? 0, luma[i - width + 1] ?? 0];
      const [d, f] = [luma[i - 1] ?? 0, luma[i + 1] ?? 0];
      const [g, h, k] = [luma[i + width - 1] ?? 0, luma[i + width] ?? 0, luma[i + width + 1] ?? 0];
      right[i] = (3 * (c - a + k - g) + 10 * (f - d)) / 32;
      down[i] = (3 * (g - a + k - c) + 10 * (h - b)) / 32;
    }
  }
  return { right, down };
}

/** Five binomial taps; at the picture's sides the next row's end is among them, where no gradient is looked at. */
function smoothed(plane: Float32Array, step: number): Float32Array {
  const out = plane.slice();
  for (let i = 2 * step; i < plane.length - 2 * step; i += 1) {
    const [a, b, c] = [plane[i - 2 * step] ?? 0, plane[i - step] ?? 0, plane[i] ?? 0];
    out[i] = (a + 4 * b + 6 * c + 4 * (plane[i + step] ?? 0) + (plane[i + 2 * step] ?? 0)) / 16;
  }
  return out;
}
