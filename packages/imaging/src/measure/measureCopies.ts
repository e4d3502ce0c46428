import { type Blocks, blockPx, blocksIn, blocksOf, firstLike } from './matchBlocks.ts';
import type { Scene } from './scene.ts';
import type { View } from './view.ts';

/** A colour belongs to one thing when so much of what has it lies within this share of the crop's diagonal of it. */
const nearShare = 0.16;
const leastNear = 0.85;
/** Colours this near are one; RGB distance, 8-bit steps. */
const sameColour = 30;
/** Fewer blocks tell nothing. */
const fewestBlocks = 4;

/**
 * Copies of unique things: the share of a fill's detailed blocks that are copied from something outside whose colour is
 * found nowhere else in the crop, as a second face or the same dog again; 0…1, null where nothing has detail. What is
 * copied from a texture is found in many places, and no fault.
 *
 * @param scene at no more than about 320 pixels, so that all blocks can be compared
 */
export function measureCopies({ after, depth, away }: Scene): number | null {
  const blocks = blocksOf(after);
  const inside = blocksIn(blocks, (i) => (depth[i] ?? 0) > 0);
  if (inside.length < fewestBlocks) return null;
  const copies = inside.filter((at) => {
    const source = firstLike(blocks, at, (i) => (away[i] ?? 0) > 0);
    return source !== null && isUnique(blocks, after, { source, away });
  });
  return copies.length / inside.length;
}

type Source = { readonly source: number; readonly away: Float32Array };

function isUnique({ width, height }: Blocks, { rgb }: View, { source, away }: Source): boolean {
  const middle = source + (blockPx / 2) * (width + 1);
  const [x, y] = [middle % width, Math.floor(middle / width)];
  const colour = meanColour(rgb, source, width);
  const reach = nearShare * Math.hypot(width, height);
  let [near, all] = [0, 0];
  for (let i = 0; i < away.length; i += 2) {
    if (away[i] === 0) continue;
    let squared = 0;
    for (let c = 0; c < 3; c += 1) squared += ((rgb[i * 3 + c] ?? 0) - (colour[c] ?? 0)) ** 2;
    if (squared > sameColour * sameColour) continue;
    all += 1;
    if (Math.hypot((i % width) - x, Math.floor(i / width) - y) <= reach) near += 1;
  }
  return all > 0 && near / all >= leastNear;
}

function meanColour(rgb: Float32Array, at: number, width: number): readonly number[] {
  const sums = [0, 0, 0];
  for (let k = 0; k < blockPx * blockPx; k += 1) {
    const pixel = at + Math.floor(k / blockPx) * width + (k % blockPx);
    for (let c = 0; c < 3; c += 1) sums[c] = (sums[c] ?? 0) + (rgb[pixel * 3 + c] ?? 0);
  }
  return sums.map((sum) => sum / (blockPx * blockPx));
}
