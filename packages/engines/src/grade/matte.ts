import { fullSample } from '@pinpaint/imaging';
import type { RgbCrop } from '../engine.ts';
import { greenOf } from './luma.ts';
import { inverted, nearby } from './nearby.ts';
import type { Outline } from './outline.ts';
import { createUnmix, leastLight, sampleReader } from './unmix.ts';

/** How much of each pixel is the thing, and of which colour the thing is where it mixes with a neighbour. */
export type Matte = Omit<Outline, 'label' | 'softPx'> & {
  /** The larger of a pixel's two shares, 0…255. */
  readonly alpha: Uint8Array;
  /** Of each pixel, its place in `own` and `shares`; −1 where the pixel's own samples are the thing's. */
  readonly mixed: Int32Array;
  /** The thing's part of mixed pixels: R, G, B in samples of the crop's depth. */
  readonly own: Float32Array;
  /** Of mixed pixels, how much of alpha is the share of light, how much that of hue: two numbers each, 0…1. */
  readonly shares: Float32Array;
};

/** Less than this share of hue is noise. */
const leastHue = 0.03;
/** More is all of it. */
const mostShare = 0.995;
/** How much of a share comes from the median of the pixels round it. */
const smoothing = 0.8;

/** Only pixels near the outline's border are mixed; the thing's colour there is estimated from beyond the mix. */
export function matteOf(crop: RgbCrop, outline: Outline): Matte {
  const { left, top, width, height, label } = outline;
  const splits = splitSoft(crop, outline);
  const { pixels, lights, hues } = splits;
  const alpha = new Uint8Array(label.length);
  for (let i = 0; i < alpha.length; i += 1) alpha[i] = label[i] === 1 ? 255 : 0;
  const mixed = new Int32Array(label.length).fill(-1);
  const own = new Float32Array(pixels.length * 3);
  const shares = new Float32Array(pixels.length * 2);
  const ownColour = ownColours(crop, outline, splits);
  let count = 0;
  for (let k = 0; k < pixels.length; k += 1) {
    const i = pixels[k] ?? 0;
    const seen = smoothed(lights, i, width);
    const light = seen < leastLight ? 0 : seen;
    const hue = smoothed(hues, i, width);
    const most = Math.max(light, hue);
    alpha[i] = most < leastHue ? 0 : Math.round(most * 255);
    if (alpha[i] === 0 || Math.min(light, hue) > mostShare) continue;
    mixed[i] = count;
    ownColour(k, { light, hue }, own.subarray(count * 3, count * 3 + 3));
    shares[count * 2] = light / most;
    shares[count * 2 + 1] = hue / most;
    count += 1;
  }
  return { left, top, width, height, alpha, mixed, own, shares };
}

type Splits = {
  /** Those that could be split. */
  readonly pixels: Int32Array;
  /** Of each of them, a pixel with the thing's pure colour, and one with the other. */
  readonly pairs: Int32Array;
  /** Planes, 0 or 1 where nothing is mixed. */
  readonly lights: Float32Array;
  readonly hues: Float32Array;
};

function splitSoft(crop: RgbCrop, outline: Outline): Splits {
  const { label, softPx } = outline;
  const beside = nearby(label, outline, softPx);
  const soft = nearby(inverted(label), outline, softPx);
  for (let i = 0; i < soft.length; i += 1) if (beside[i] === 0) soft[i] = 0;
  const depthOf = depthReader(outline);
  const unmix = createUnmix(crop, outline, soft);
  const [lights, hues] = [new Float32Array(label), new Float32Array(label)];
  const pixels: number[] = [];
  const pairs: number[] = [];
  for (let i = 0; i < soft.length; i += 1) {
    if (soft[i] === 0) continue;
    const split = unmix(i, Math.min(1, Math.max(0, 0.5 + depthOf(i) / (0.9 * softPx))));
    if (!split) continue;
    lights[i] = split.light;
    hues[i] = split.hue;
    pixels.push(i);
    pairs.push(split.thing, split.other);
  }
  return { pixels: Int32Array.from(pixels), pairs: Int32Array.from(pairs), lights, hues };
}

/** How deep in the thing a soft pixel lies, in pixels; below 0 outside. */
function depthReader({ width, height, label, softPx }: Outline): (pixel: number) => number {
  const offsets: (readonly [number, number])[] = [];
  for (let dy = -softPx; dy <= softPx; dy += 1) {
    for (let dx = -softPx; dx <= softPx; dx += 1) offsets.push([dx, dy]);
  }
  offsets.sort(([ax, ay], [bx, by]) => ax * ax + ay * ay - bx * bx - by * by);
  const across = Int32Array.from(offsets, ([dx]) => dx);
  const down = Int32Array.from(offsets, ([, dy]) => dy);
  return (pixel) => {
    const x = pixel % width;
    const y = (pixel - x) / width;
    const side = label[pixel];
    for (let k = 1; k < across.length; k += 1) {
      const [dx, dy] = [across[k] ?? 0, down[k] ?? 0];
      if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
      if (label[pixel + dy * width + dx] === side) continue;
      const depth = Math.sqrt(dx * dx + dy * dy) - 0.5;
      return side === 1 ? depth : -depth;
    }
    return side === 1 ? softPx : -softPx;
  };
}

function smoothed(plane: Float32Array, i: number, width: number): number {
  return smoothing * medianAround(plane, i, width) + (1 - smoothing) * (plane[i] ?? 0);
}

const nine = new Float32Array(9);

function medianAround(plane: Float32Array, i: number, width: number): number {
  for (let row = i - width, k = 0; row <= i + width; row += width, k += 3) {
    nine[k] = plane[row - 1] ?? plane[i] ?? 0;
    nine[k + 1] = plane[row] ?? plane[i] ?? 0;
    nine[k + 2] = plane[row + 1] ?? plane[i] ?? 0;
  }
  return nine.sort()[4] ?? 0;
}

type Shares = { readonly light: number; readonly hue: number };

/** Writes the colour of the thing's part of the k-th pixel; what its pair does not explain is texture of either side. */
function ownColours(crop: RgbCrop, outline: Outline, { pixels, pairs }: Splits) {
  const read = sampleReader(crop, outline);
  const full = fullSample(crop.depth);
  const [here, thing, other] = [new Float64Array(3), new Float64Array(3), new Float64Array(3)];
  return (k: number, { light, hue }: Shares, to: Float32Array): void => {
    read(pixels[k] ?? 0, here, 0);
    read(pairs[2 * k] ?? 0, thing, 0);
    read(pairs[2 * k + 1] ?? 0, other, 0);
    const part = (c: number, share: number): number => {
      const [pure, beside] = [thing[c] ?? 0, other[c] ?? 0];
      return pure + share * ((here[c] ?? 0) - beside - share * (pure - beside));
    };
    const luma = part(0, light);
    const b = luma + part(1, hue);
    const r = luma + part(2, hue);
    to[0] = r * full;
    to[1] = greenOf(luma, r, b) * full;
    to[2] = b * full;
  };
}
