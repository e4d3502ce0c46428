import type { Picture } from '../picture/picture.ts';

/** Blocks of this side are judged whole; more than this many of a kind tell no more. */
const blockPx = 8;

export type Block = {
  /** Standard deviation of the noise, 8-bit steps of luma. */
  readonly noise: number;
  /** Mean squared differences of neighbours, and of pixels `coarsePx` apart. */
  readonly fine: number;
  readonly coarse: number;
};

const coarsePx = 4;
/** The Laplacian difference mask's response to white noise of standard deviation 1. Immerkær 1996. */
const maskGain = 6;
/** From the mean |x| of a normal distribution to its standard deviation. */
const toDeviation = Math.sqrt(Math.PI / 2);

/** Every block that lies wholly in `mask` (1 each), thinned evenly to about `most`. At full size: grain is gone from a smaller view. */
export function blocksIn(picture: Picture, mask: Uint8Array, most = 2000): readonly Block[] {
  const places = wholeBlocks(picture, mask);
  const step = Math.max(1, Math.floor(places.length / most));
  return places.filter((_, i) => i % step === 0).map((at) => readBlock(picture, at));
}

function wholeBlocks({ width, height }: Picture, mask: Uint8Array): readonly number[] {
  const places: number[] = [];
  for (let y = 0; y + blockPx + coarsePx <= height; y += blockPx) {
    for (let x = 0; x + blockPx + coarsePx <= width; x += blockPx) {
      if (isWhole(mask, width, y * width + x)) places.push(y * width + x);
    }
  }
  return places;
}

function isWhole(mask: Uint8Array, width: number, at: number): boolean {
  const span = blockPx + coarsePx - 1;
  for (let y = 0; y <= span; y += 1) {
    for (let x = 0; x <= span; x += 1) if (mask[at + y * width + x] !== 1) return false;
  }
  return true;
}

function readBlock(picture: Picture, at: number): Block {
  const luma = lumaBlock(picture, at);
  return { noise: noiseOf(luma), fine: squares(luma, 1), coarse: squares(luma, coarsePx) };
}

const side = blockPx + coarsePx;

function lumaBlock({ width, channels, depth, data }: Picture, at: number): Float32Array {
  const luma = new Float32Array(side * side);
  const toSteps = depth === 8 ? 1 : 1 / 257;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const s = (at + y * width + x) * channels;
      luma[y * side + x] =
        (0.2126 * (data[s] ?? 0) + 0.7152 * (data[s + 1] ?? 0) + 0.0722 * (data[s + 2] ?? 0)) * toSteps;
    }
  }
  return luma;
}

/** J. Immerkær, "Fast Noise Variance Estimation", CVIU 1996: blind to planes and to straight edges along the axes. */
function noiseOf(luma: Float32Array): number {
  let sum = 0;
  for (let y = 1; y < side - 1; y += 1) {
    for (let x = 1; x < side - 1; x += 1) {
      const i = y * side + x;
      const at = (by: number): number => luma[i + by] ?? 0;
      const corners = at(-side - 1) + at(-side + 1) + at(side - 1) + at(side + 1);
      const sides = at(-1) + at(1) + at(-side) + at(side);
      sum += Math.abs(corners - 2 * sides + 4 * at(0));
    }
  }
  return (toDeviation * sum) / (maskGain * (side - 2) * (side - 2));
}

function squares(luma: Float32Array, apart: number): number {
  let sum = 0;
  for (let y = 0; y < blockPx; y += 1) {
    for (let x = 0; x < blockPx; x += 1) {
      const here = luma[y * side + x] ?? 0;
      sum +=
        ((luma[y * side + x + apart] ?? 0) - here) ** 2 + ((luma[(y + apart) * side + x] ?? 0) - here) ** 2;
    }
  }
  return sum / (2 * blockPx * blockPx);
}
