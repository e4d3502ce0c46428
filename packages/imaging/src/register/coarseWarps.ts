import type { Level } from './pyramid.ts';
import { unmoved, type Warp, warpPlane } from './warp.ts';

/** Searched a little beyond what is accepted, so that what lies beyond is found out and not forced to fit. */
const scales = [0.96, 0.97, 0.98, 0.99, 1, 1.01, 1.02, 1.03, 1.04];
const searchPx = 16;
/** How many of the best are worth a closer look. */
const seeds = 4;

type Scored = { readonly warp: Warp; readonly likeness: number };

/** The places where the ring looks most like itself, by normalised cross-correlation on the coarsest level. */
export function coarseWarps(level: Level): readonly Warp[] {
  const reach = Math.ceil(searchPx / level.factor);
  const scored: Scored[] = [];
  for (const scale of scales) {
    const scaled = warpPlane(level.returned, level, { ...unmoved, scaleX: scale, scaleY: scale });
    for (let down = -reach; down <= reach; down += 1) {
      for (let right = -reach; right <= reach; right += 1) {
        const warp = {
          scaleX: scale,
          scaleY: scale,
          shiftX: right * scale * level.factor,
          shiftY: down * scale * level.factor,
        };
        scored.push({ warp, likeness: likenessAt(level, scaled, { right, down }) });
      }
    }
  }
  scored.sort((a, b) => b.likeness - a.likeness);
  return [unmoved, ...scored.slice(0, seeds).map(({ warp }) => warp)];
}

type Offset = { readonly right: number; readonly down: number };

/** Pearson's over the ring; 0 where one of the two does not vary. */
function likenessAt(
  { width, height, kept, ring }: Level,
  moved: Float32Array,
  { right, down }: Offset,
): number {
  let [n, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0];
  const [left, top] = [Math.max(0, -right), Math.max(0, -down)];
  const [end, bottom] = [Math.min(width, width - right), Math.min(height, height - down)];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left, i = y * width + left; x < end; x += 1, i += 1) {
      if (ring[i] !== 1) continue;
      const one = kept[i] ?? 0;
      const other = moved[i + down * width + right] ?? 0;
      n += 1;
      a += one;
      b += other;
      aa += one * one;
      bb += other * other;
      ab += one * other;
    }
  }
  const varied = (n * aa - a * a) * (n * bb - b * b);
  return varied > 0 ? (n * ab - a * b) / Math.sqrt(varied) : 0;
}
