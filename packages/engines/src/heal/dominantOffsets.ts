import type { Level } from './level.ts';
import type { Offset } from './offset.ts';
import type { SelfMatches } from './selfMatches.ts';

const wanted = 20;

/**
 * The moves by which what is known repeats itself most (He & Sun 2012), in pixels of the level that was asked:
 * wherever a fence or a façade goes on, they say by how much. Most frequent first.
 */
export function dominantOffsets({ level, scale }: SelfMatches): readonly Offset[] {
  if (level.sources.length === 0) return [];
  return peaks(countOffsets(level), level.width, level.height).map(({ dx, dy }) => ({
    dx: dx * scale,
    dy: dy * scale,
  }));
}

/** A histogram over (dx, dy). */
function countOffsets({ width, height, targets, field }: Level): Uint32Array {
  const counts = new Uint32Array((2 * width + 1) * (2 * height + 1));
  for (const target of targets) {
    const source = field.source[target] ?? -1;
    if (source < 0) continue;
    const dx = (source % width) - (target % width);
    const dy = Math.floor(source / width) - Math.floor(target / width);
    const at = (dy + height) * (2 * width + 1) + dx + width;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Highest sums over 3×3 cells, each peak taking its neighbourhood out of the running. */
function peaks(counts: Uint32Array, width: number, height: number): readonly Offset[] {
  const columns = 2 * width + 1;
  const rows = 2 * height + 1;
  const sums = sumOfNine(counts, columns, rows);
  const found: Offset[] = [];
  while (found.length < wanted) {
    let best = 0;
    for (let at = 0; at < sums.length; at++) if ((sums[at] ?? 0) > (sums[best] ?? 0)) best = at;
    if ((sums[best] ?? 0) === 0) break;
    const x = best % columns;
    const y = (best - x) / columns;
    found.push({ dx: x - width, dy: y - height });
    for (let row = Math.max(0, y - 2); row <= Math.min(rows - 1, y + 2); row++) {
      sums.fill(0, row * columns + Math.max(0, x - 2), row * columns + Math.min(columns, x + 3));
    }
  }
  return found;
}

function sumOfNine(counts: Uint32Array, columns: number, rows: number): Uint32Array {
  const sums = new Uint32Array(counts.length);
  for (let y = 1; y < rows - 1; y++) {
    for (let x = 1; x < columns - 1; x++) {
      const at = y * columns + x;
      let sum = 0;
      for (const row of [at - columns, at, at + columns]) {
        sum += (counts[row - 1] ?? 0) + (counts[row] ?? 0) + (counts[row + 1] ?? 0);
      }
      sums[at] = sum;
    }
  }
  return sums;
}
