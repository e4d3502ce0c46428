import { alike, type Blocks, blockPx, blocksIn, blocksOf, isApart, stridePx } from './matchBlocks.ts';
import type { Scene } from './scene.ts';

/** A block seen in so many other places repeats: one other is where it was copied from. */
const fewestPlaces = 2;
/** Fewer tell nothing. */
const fewestBlocks = 4;

/**
 * Repetition: the share of a fill's detailed blocks that are seen in at least two other places of the crop, less
 * the same share of the surroundings, which may be a pattern by themselves; 0…1, null where nothing has detail. Blocks of 16 × 16 pixels are
 * compared by normalised cross-correlation, coarsely, then pixel by pixel. Copy-move detection by blocks (Fridrich
 * and others 2003), with correlation for its codes.
 *
 * @param scene at no more than about 320 pixels, so that all blocks can be compared
 */
export function measureRepetition(scene: Scene): number | null {
  const blocks = blocksOf(scene.after);
  const inside = blocksIn(blocks, (i) => (scene.depth[i] ?? 0) > 0);
  if (inside.length < fewestBlocks) return null;
  const around = blocksIn(blocks, (i) => (scene.away[i] ?? 0) > 0);
  return Math.max(0, shareRepeated(blocks, inside) - shareRepeated(blocks, around));
}

function shareRepeated(blocks: Blocks, places: readonly number[]): number {
  return places.filter((at) => placesLike(blocks, at) >= fewestPlaces).length / Math.max(1, places.length);
}

/** How many other places, each apart from the others, show the same; no more are counted than matter. */
function placesLike(blocks: Blocks, at: number): number {
  const { width, height } = blocks;
  const found: number[] = [at];
  for (let y = 0; y + blockPx <= height; y += stridePx) {
    for (let other = y * width; other + blockPx <= (y + 1) * width; other += stridePx) {
      if (!alike(blocks, at, other)) continue;
      if (found.every((place) => isApart(place, other, width))) found.push(other);
      if (found.length > fewestPlaces) return fewestPlaces;
    }
  }
  return found.length - 1;
}
