import type { Look } from './look.ts';

/** Does a look pixel lie where no part of a thing is looked for: outside the region, under a lock, at the edge? */
export function isBeyond({ width, region, locked }: Look, i: number): boolean {
  const x = i % width;
  const atEdge = x === 0 || x === width - 1 || i < width || i >= region.length - width;
  return atEdge || region[i] === 0 || (locked[i] ?? 0) > 0;
}
