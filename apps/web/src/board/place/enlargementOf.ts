import type { Placing } from '../state/boardStore.ts';

/** Pixels of the picture to one of the artwork, where it is largest. A drawing has as many as it needs. */
export function enlargementOf({ artwork, placement }: Placing): number {
  if (artwork.mediaType === 'image/svg+xml') return 1;
  const [a, b, c, d] = placement.surface.corners;
  const side = (from: readonly number[], to: readonly number[]) =>
    Math.hypot((to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0));
  const { width, height } = artwork;
  return Math.max(side(a, b) / width, side(d, c) / width, side(a, d) / height, side(b, c) / height);
}
