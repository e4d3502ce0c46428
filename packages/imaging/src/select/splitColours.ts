import { type Colours, type Moments, momentsOf } from './mixture.ts';

/**
 * Pixels in up to `most` groups of like colour: the group that spreads widest is cut across its longest axis, again
 * and again. Orchard and Bouman, "Color Quantization of Images", 1991. Always the same for the same pixels.
 */
export function splitColours(colours: Colours, pixels: Uint32Array, most: number): Uint32Array[] {
  const groups = [measure(colours, pixels)];
  while (groups.length < most) {
    const widest = groups.reduce((a, b) => (b.width * b.pixels.length > a.width * a.pixels.length ? b : a));
    const halves = cut(colours, widest);
    if (!halves) break;
    groups.splice(groups.indexOf(widest), 1, ...halves.map((half) => measure(colours, half)));
  }
  return groups.map((group) => group.pixels);
}

type Group = {
  readonly pixels: Uint32Array;
  readonly moments: Moments;
  readonly axis: readonly number[];
  /** The variance along the axis. */
  readonly width: number;
};

function measure(colours: Colours, pixels: Uint32Array): Group {
  const moments = momentsOf(colours, pixels);
  return { pixels, moments, ...longestAxis(moments.spread) };
}

/** null: all of one colour. */
function cut(colours: Colours, { pixels, moments, axis }: Group): readonly Uint32Array[] | null {
  const [mx = 0, my = 0, mz = 0] = moments.mean;
  const [ax = 0, ay = 0, az = 0] = axis;
  const side = (i: number) =>
    ((colours[i * 3] ?? 0) - mx) * ax +
      ((colours[i * 3 + 1] ?? 0) - my) * ay +
      ((colours[i * 3 + 2] ?? 0) - mz) * az >
    0;
  const halves = [pixels.filter((i) => !side(i)), pixels.filter(side)];
  return halves.every(({ length }) => length > 0) ? halves : null;
}

/** By the power method: each turn brings a vector nearer to the longest axis. */
function longestAxis(spread: readonly number[]): { axis: readonly number[]; width: number } {
  const [xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0] = spread;
  let [x, y, z] = [1, 0.9, 0.8];
  let width = 0;
  for (let turn = 0; turn < 20; turn += 1) {
    const [a, b, c] = [xx * x + xy * y + xz * z, xy * x + yy * y + yz * z, xz * x + yz * y + zz * z];
    width = Math.sqrt(a * a + b * b + c * c);
    if (width < 1e-12) break;
    [x, y, z] = [a / width, b / width, c / width];
  }
  return { axis: [x, y, z], width };
}
