import type { PixelSize } from '@pinpaint/domain';
import type { View } from './view.ts';

/** Blocks of this side are compared: first by the means of 4 × 4 squares in them, then pixel by pixel. */
export const blockPx = 16;
const squarePx = 4;
const squares = blockPx / squarePx;
const codeLength = squares * squares;
/** Two blocks this alike are one and the same, whatever their brightness and contrast. */
const leastAlike = 0.9;
/** Coarsely, and as much as a pixel beside the right place, they may differ more. */
const leastCoarse = 0.86;
/** Blocks with less in them (standard deviation, 8-bit steps) are alike anyway. */
const leastSpread = 5;
/** And blocks with one straight edge are like many others. */
const leastTurn = 0.15;
/** A block nearer than this is the same place. */
const apartPx = 20;
/** More blocks of one kind tell no more. */
const mostBlocks = 120;
/** Every second place each way is looked at, then the ones round a likeness. */
export const stridePx = 2;

export type Blocks = PixelSize & {
  readonly luma: Float32Array;
  /** Of every place, its block's square means less their mean, of length 1. */
  readonly codes: Float32Array;
  readonly isDetailed: Uint8Array;
};

export function blocksOf({ luma, width, height }: View): Blocks {
  const means = squareMeans(luma, { width, height });
  const codes = new Float32Array(width * height * codeLength);
  const isDetailed = new Uint8Array(width * height);
  for (let y = 0; y + blockPx <= height; y += 1) {
    for (let at = y * width; at + blockPx <= (y + 1) * width; at += 1) {
      isDetailed[at] = writeCode(codes, means, at, width) ? 1 : 0;
    }
  }
  return { luma, codes, isDetailed, width, height };
}

function squareMeans(luma: Float32Array, { width, height }: PixelSize): Float32Array {
  const means = new Float32Array(luma.length);
  for (let y = 0; y + squarePx <= height; y += 1) {
    for (let at = y * width; at + squarePx <= (y + 1) * width; at += 1) {
      let sum = 0;
      for (let k = 0; k < codeLength; k += 1)
        sum += luma[at + Math.floor(k / squarePx) * width + (k % squarePx)] ?? 0;
      means[at] = sum / codeLength;
    }
  }
  return means;
}

function writeCode(codes: Float32Array, means: Float32Array, at: number, width: number): boolean {
  const to = at * codeLength;
  let [sum, squared] = [0, 0];
  for (let k = 0; k < codeLength; k += 1) {
    const value = means[at + squarePx * (Math.floor(k / squares) * width + (k % squares))] ?? 0;
    codes[to + k] = value;
    sum += value;
    squared += value * value;
  }
  const mean = sum / codeLength;
  const length = Math.sqrt(Math.max(0, squared - codeLength * mean * mean));
  const isDetailed = length >= leastSpread * squares && turns(codes, to) >= leastTurn;
  for (let k = to; k < to + codeLength; k += 1) codes[k] = isDetailed ? ((codes[k] ?? 0) - mean) / length : 0;
  return isDetailed;
}

/**
 * How far the differences in a block run in more than one direction, 0…1: 0 for a straight edge, which is like every
 * other straight edge. The smaller over the larger eigenvalue of the structure tensor (Förstner 1986).
 */
function turns(codes: Float32Array, from: number): number {
  let [xx, yy, xy] = [0, 0, 0];
  for (let y = 0; y + 1 < squares; y += 1) {
    for (let x = 0; x + 1 < squares; x += 1) {
      const i = from + y * squares + x;
      const here = codes[i] ?? 0;
      const [right, down] = [(codes[i + 1] ?? 0) - here, (codes[i + squares] ?? 0) - here];
      xx += right * right;
      yy += down * down;
      xy += right * down;
    }
  }
  const [middle, swing] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)];
  return middle + swing === 0 ? 0 : (middle - swing) / (middle + swing);
}

export function alike(blocks: Blocks, at: number, other: number): boolean {
  const { codes, isDetailed, width } = blocks;
  if (isDetailed[other] !== 1) return false;
  const [a, b] = [at * codeLength, other * codeLength];
  let sum = 0;
  for (let k = 0; k < codeLength; k += 1) sum += (codes[a + k] ?? 0) * (codes[b + k] ?? 0);
  if (sum < leastCoarse) return false;
  for (const step of [0, 1, -1, width, -width, width + 1, width - 1, 1 - width, -1 - width]) {
    if (correlation(blocks, at, other + step) >= leastAlike) return true;
  }
  return false;
}

/** Normalised, of the blocks' pixels; 0 where one does not lie in the picture. */
function correlation({ luma, width }: Blocks, one: number, other: number): number {
  if (other < 0 || other + (blockPx - 1) * (width + 1) >= luma.length) return 0;
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let y = 0; y < blockPx; y += 1) {
    for (let i = y * width; i < y * width + blockPx; i += 1) {
      const [p, q] = [luma[one + i] ?? 0, luma[other + i] ?? 0];
      a += p;
      b += q;
      aa += p * p;
      bb += q * q;
      ab += p * q;
    }
  }
  const count = blockPx * blockPx;
  const spread = (aa - (a * a) / count) * (bb - (b * b) / count);
  return spread > 0 ? (ab - (a * b) / count) / Math.sqrt(spread) : 0;
}

/** The first place that shows the same and lies wholly where it is asked for; null: there is none. */
export function firstLike(blocks: Blocks, at: number, isIn: (i: number) => boolean): number | null {
  const { width, height } = blocks;
  for (let y = 0; y + blockPx <= height; y += stridePx) {
    for (let other = y * width; other + blockPx <= (y + 1) * width; other += stridePx) {
      if (!isApart(at, other, width) || !alike(blocks, at, other)) continue;
      if (cornersOf(other, width).every(isIn)) return other;
    }
  }
  return null;
}

/** Detailed blocks that lie wholly where it is asked for, thinned evenly. */
export function blocksIn(
  { width, height, isDetailed }: Blocks,
  isIn: (i: number) => boolean,
): readonly number[] {
  const places: number[] = [];
  for (let y = 0; y + blockPx <= height; y += blockPx / 2) {
    for (let x = 0; x + blockPx <= width; x += blockPx / 2) {
      const at = y * width + x;
      if (isDetailed[at] === 1 && cornersOf(at, width).every(isIn)) places.push(at);
    }
  }
  const step = Math.max(1, Math.ceil(places.length / mostBlocks));
  return places.filter((_, i) => i % step === 0);
}

/** A block lies where its corners do. */
function cornersOf(at: number, width: number): readonly number[] {
  const below = at + (blockPx - 1) * width;
  return [at, at + blockPx - 1, below, below + blockPx - 1];
}

export function isApart(one: number, other: number, width: number): boolean {
  const dx = Math.abs((one % width) - (other % width));
  const dy = Math.abs(Math.floor(one / width) - Math.floor(other / width));
  return Math.max(dx, dy) >= apartPx;
}
