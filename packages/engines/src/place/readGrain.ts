import type { PixelRect } from '@pinpaint/domain';
import { fullSample } from '@pinpaint/imaging';
import type { RgbCrop } from '../engine.ts';
import { lumaOf } from '../grade/luma.ts';
import { type Cells, quantile } from './cells.ts';

/** What a camera adds to a plain surface, in shares of the whole range, over encoded samples. */
export type Grain = {
  /** Standard deviation that all channels share, and what each has of its own. */
  readonly luma: number;
  readonly chroma: number;
  /** Of neighbours, 0…0.6: how coarse it is. */
  readonly likeness: number;
};

const blockPx = 8;
/** Plainest blocks first; grain is in all of them, texture and print in some. */
const plainest = 0.1;
/** The middle block's deviation over the plainest one's, up to which all of it is grain. */
const evenly = 1.6;
const leastBlocks = 6;
/** Of the plainest part of the picture: above that it is no grain. */
const textured = 1.4;
/** A block with clipped samples tells less than there is. */
const clippedAt = 0.985;

const noGrain: Grain = { luma: 0, chroma: 0, likeness: 0 };

/**
 * The grain of the plain parts of a surface. Where the rest of the picture has much less, it is the surface's texture,
 * which ends at the artwork.
 */
export function readGrain(crop: RgbCrop, cells: Cells, plain: Float32Array): Grain {
  const found = blocksOf(crop, cells.rect, (x, y) => isPlain(x, y, cells, plain));
  if (found.length < leastBlocks) return noGrain;
  const all = blocksOf(crop, { x: 0, y: 0, width: crop.width, height: crop.height }, () => true);
  const most =
    textured *
    quantile(
      all.map((block) => block.luma),
      plainest,
    );
  const sorted = found.toSorted((a, b) => a.luma - b.luma);
  const low = quantile(
    sorted.map(({ luma }) => luma),
    plainest,
  );
  const middle = quantile(
    sorted.map(({ luma }) => luma),
    0.5,
  );
  const isEven = middle < evenly * (low + 1e-4);
  const luma = Math.min(most, isEven ? middle : low);
  const near = isEven ? sorted : sorted.slice(0, Math.max(leastBlocks, Math.ceil(sorted.length * 0.2)));
  const chroma = quantile(
    near.map((block) => block.chroma),
    0.5,
  );
  const likeness = quantile(
    near.map((block) => block.likeness),
    0.5,
  );
  return { luma, chroma, likeness: Math.min(0.6, Math.max(0, likeness)) };
}

type BlockGrain = { readonly luma: number; readonly chroma: number; readonly likeness: number };

/** At most so many blocks are looked at: more tell nothing new. */
const enoughBlocks = 3_000;

function blocksOf(crop: RgbCrop, rect: PixelRect, counts: (x: number, y: number) => boolean): BlockGrain[] {
  const columns = Math.floor(rect.width / blockPx);
  const rows = Math.floor(rect.height / blockPx);
  const every = Math.max(1, Math.ceil((columns * rows) / enoughBlocks));
  const found: BlockGrain[] = [];
  for (let k = 0; k < columns * rows; k += every) {
    const x = rect.x + (k % columns) * blockPx;
    const y = rect.y + Math.floor(k / columns) * blockPx;
    if (!counts(x, y)) continue;
    const block = grainOf(crop, x, y);
    if (block) found.push(block);
  }
  return found;
}

function isPlain(x: number, y: number, { rect, sidePx, width }: Cells, plain: Float32Array): boolean {
  for (const [dx, dy] of blockCorners) {
    const column = Math.floor((x + dx - rect.x) / sidePx);
    const row = Math.floor((y + dy - rect.y) / sidePx);
    if ((plain[row * width + column] ?? 0) < 0.5) return false;
  }
  return true;
}

const blockCorners = [
  [0, 0],
  [blockPx - 1, 0],
  [0, blockPx - 1],
  [blockPx - 1, blockPx - 1],
] as const;

const count = blockPx * blockPx;
const lumas = new Float64Array(count);
const chromas = new Float64Array(count);

/** What is left of a block when a slope has been taken off, so that shading is no grain. null where it is clipped. */
function grainOf(crop: RgbCrop, left: number, top: number): BlockGrain | null {
  const full = fullSample(crop.depth);
  for (let k = 0; k < count; k += 1) {
    const at = ((top + (k >> 3)) * crop.width + left + (k & 7)) * 3;
    const [r, g, b] = [crop.data[at] ?? 0, crop.data[at + 1] ?? 0, crop.data[at + 2] ?? 0];
    if (Math.max(r, g, b) > clippedAt * full || Math.min(r, g, b) === 0) return null;
    const luma = lumaOf(r, g, b) / full;
    lumas[k] = luma;
    chromas[k] = (r / full + b / full) / 2 - luma;
  }
  const luma = withoutSlope(lumas);
  const chroma = withoutSlope(chromas);
  return { luma, chroma, likeness: likenessOf(lumas) };
}

/** Takes the plane that fits best off the values, and returns the standard deviation of the rest. */
function withoutSlope(values: Float64Array): number {
  let [mean, across, down] = [0, 0, 0];
  for (let k = 0; k < count; k += 1) {
    const value = values[k] ?? 0;
    mean += value / count;
    across += (value * ((k & 7) - 3.5)) / slopeNorm;
    down += (value * ((k >> 3) - 3.5)) / slopeNorm;
  }
  let squares = 0;
  for (let k = 0; k < count; k += 1) {
    const rest = (values[k] ?? 0) - mean - across * ((k & 7) - 3.5) - down * ((k >> 3) - 3.5);
    values[k] = rest;
    squares += rest * rest;
  }
  return Math.sqrt(squares / (count - 3));
}

/** Sum of squared places along one side, over the block. */
const slopeNorm = 8 * 42;

function likenessOf(rest: Float64Array): number {
  let [products, squares] = [0, 0];
  for (let k = 0; k < count; k += 1) {
    const value = rest[k] ?? 0;
    squares += value * value;
    if ((k & 7) < 7) products += value * (rest[k + 1] ?? 0);
    if (k + 8 < count) products += value * (rest[k + 8] ?? 0);
  }
  return squares > 0 ? products / 112 / (squares / count) : 0;
}
