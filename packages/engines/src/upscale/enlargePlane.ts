/**
 * A plane by cubic convolution (Keys, a = −0.5), the centres of pixels staying where they are and the border repeated.
 *
 * @returns width × scale by height × scale, not clamped
 */
export function enlargePlane(
  plane: Float32Array,
  { width, height }: { readonly width: number; readonly height: number },
  scale: number,
): Float32Array {
  const wide = enlargeRows(plane, width, scale);
  const turned = enlargeRows(transpose(wide, width * scale), height, scale);
  return transpose(turned, height * scale);
}

function enlargeRows(plane: Float32Array, width: number, scale: number): Float32Array {
  const taps = tapsOf(scale);
  const rows = plane.length / width;
  const wide = new Float32Array(plane.length * scale);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < width * scale; x++) {
      const { first, weights } = taps[x % scale] ?? { first: 0, weights: [] };
      let sum = 0;
      for (let tap = 0; tap < weights.length; tap++) {
        const from = Math.min(Math.max(Math.floor(x / scale) + first + tap, 0), width - 1);
        sum += (weights[tap] ?? 0) * (plane[y * width + from] ?? 0);
      }
      wide[y * width * scale + x] = sum;
    }
  return wide;
}

/** For each place in a pixel, where its four samples begin and what they weigh. */
function tapsOf(scale: number): { readonly first: number; readonly weights: readonly number[] }[] {
  return Array.from({ length: scale }, (_, place) => {
    const at = (place + 0.5) / scale - 0.5;
    const first = Math.floor(at) - 1;
    return { first, weights: [0, 1, 2, 3].map((tap) => keys(at - first - tap)) };
  });
}

function keys(at: number): number {
  const d = Math.abs(at);
  if (d >= 2) return 0;
  return d < 1 ? 1.5 * d ** 3 - 2.5 * d ** 2 + 1 : -0.5 * d ** 3 + 2.5 * d ** 2 - 4 * d + 2;
}

function transpose(plane: Float32Array, width: number): Float32Array {
  const height = plane.length / width;
  const turned = new Float32Array(plane.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[x * height + y] = plane[y * width + x] ?? 0;
  return turned;
}
