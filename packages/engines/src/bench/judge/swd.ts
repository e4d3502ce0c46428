import { labReader } from '@pinpaint/imaging';
import type { MaskPlane, Rgb } from '../raster.ts';

const side = 5;
const length = side * side * 3;
const directions = 128;
const mostPatches = 20_000;

/**
 * Sliced Wasserstein distance between the 5×5 CIELAB patches of the truth and of the fill: the mean over 128
 * fixed random unit directions of the mean |difference| of the sorted projections. It asks whether the same
 * kinds of patches are there, not whether they lie in the same places.
 */
export function swd(truth: Rgb, made: Rgb, hole: MaskPlane): number {
  const centres = centresIn(hole);
  if (centres.length === 0) return Number.NaN;
  const [a, b] = [labOf(truth), labOf(made)];
  let sum = 0;
  for (const direction of units) {
    const pa = projected(a, centres, truth.width, direction);
    const pb = projected(b, centres, made.width, direction);
    let distance = 0;
    for (let i = 0; i < pa.length; i++) distance += Math.abs((pa[i] ?? 0) - (pb[i] ?? 0));
    sum += distance / pa.length;
  }
  return sum / units.length;
}

/** Of the patches that lie wholly in the hole; evenly thinned where there are very many. */
function centresIn({ width, height, data }: MaskPlane): readonly number[] {
  const found: number[] = [];
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) if (isWhole(data, width, x, y)) found.push(y * width + x);
  }
  const step = Math.ceil(found.length / mostPatches);
  return step <= 1 ? found : found.filter((_, i) => i % step === 0);
}

function isWhole(data: Uint8Array, width: number, x: number, y: number): boolean {
  for (let row = y - 2; row <= y + 2; row++) {
    for (let at = row * width + x - 2; at <= row * width + x + 2; at++) if (data[at] === 0) return false;
  }
  return true;
}

function projected(
  lab: Float32Array,
  centres: readonly number[],
  width: number,
  direction: Float64Array,
): Float64Array {
  const out = new Float64Array(centres.length);
  for (let i = 0; i < out.length; i++) {
    const corner = (centres[i] ?? 0) - 2 * width - 2;
    let sum = 0;
    let k = 0;
    for (let row = 0; row < side; row++) {
      const from = (corner + row * width) * 3;
      for (let s = from; s < from + side * 3; s++) sum += (lab[s] ?? 0) * (direction[k++] ?? 0);
    }
    out[i] = sum;
  }
  return out.sort();
}

const units = makeUnits();

/** Gaussian by Box and Muller from a fixed linear congruential generator, made one long. */
function makeUnits(): readonly Float64Array[] {
  let state = 12345;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4_294_967_296;
  };
  return Array.from({ length: directions }, () => {
    const values = Float64Array.from(
      { length },
      () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
    );
    const norm = Math.sqrt(values.reduce((sum, v) => sum + v * v, 0));
    return values.map((v) => v / norm);
  });
}

/** CIELAB (D65), L* 0…100. */
function labOf(picture: Rgb): Float32Array {
  const read = labReader(picture);
  const lab = new Float32Array(picture.data.length);
  const values = new Float64Array(3);
  for (let pixel = 0; pixel < lab.length / 3; pixel++) {
    read(pixel, values);
    lab.set(values, pixel * 3);
  }
  return lab;
}
