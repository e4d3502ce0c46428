type Size = { readonly width: number; readonly height: number };

/**
 * A plane by cubic convolution (Keys, a = −0.5), the centres of pixels staying where they are and the border repeated.
 *
 * @returns width × scale by height × scale, not clamped
 */
export function enlargePlane(plane: Float32Array, size: Size, scale: number): Float32Array {
  const taps = Array.from({ length: scale }, (_, place) => tapsAround((place + 0.5) / scale - 0.5, 1));
  return resize(plane, size, { to: scale, from: 1, taps });
}

/** The way back: the same kernel, as much wider as the pixels get. Sides are multiples of the scale. */
export function shrinkPlane(plane: Float32Array, size: Size, scale: number): Float32Array {
  return resize(plane, size, { to: 1, from: scale, taps: [tapsAround(scale / 2 - 0.5, scale)] });
}

type Taps = { readonly first: number; readonly weights: Float64Array };

/** `from` samples become `to`, each by its own taps, again and again along a row. */
type Ratio = { readonly from: number; readonly to: number; readonly taps: readonly Taps[] };

function tapsAround(centre: number, widening: number): Taps {
  const first = Math.floor(centre - 2 * widening) + 1;
  const raw = Float64Array.from({ length: 4 * widening }, (_, tap) =>
    keys((centre - first - tap) / widening),
  );
  const sum = raw.reduce((all, weight) => all + weight, 0);
  return { first, weights: raw.map((weight) => weight / sum) };
}

function keys(at: number): number {
  const d = Math.abs(at);
  if (d >= 2) return 0;
  return d < 1 ? 1.5 * d ** 3 - 2.5 * d ** 2 + 1 : -0.5 * d ** 3 + 2.5 * d ** 2 - 4 * d + 2;
}

function resize(plane: Float32Array, { width, height }: Size, ratio: Ratio): Float32Array {
  const wide = alongRows(plane, width, ratio);
  const columns = (width / ratio.from) * ratio.to;
  const turned = alongRows(transpose(wide, columns), height, ratio);
  return transpose(turned, (height / ratio.from) * ratio.to);
}

function alongRows(plane: Float32Array, width: number, { from, to, taps }: Ratio): Float32Array {
  const made = new Float32Array((plane.length / from) * to);
  let at = 0;
  for (let row = 0; row < plane.length; row += width)
    for (let step = 0; step < width; step += from)
      for (const { first, weights } of taps) {
        let sum = 0;
        for (let tap = 0; tap < weights.length; tap++) {
          const x = step + first + tap;
          sum += (weights[tap] ?? 0) * (plane[row + (x < 0 ? 0 : x < width ? x : width - 1)] ?? 0);
        }
        made[at++] = sum;
      }
  return made;
}

function transpose(plane: Float32Array, width: number): Float32Array {
  const height = plane.length / width;
  const turned = new Float32Array(plane.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[x * height + y] = plane[y * width + x] ?? 0;
  return turned;
}
