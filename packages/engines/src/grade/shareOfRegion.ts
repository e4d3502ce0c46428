import type { Look } from './look.ts';

/** How much of the region a mask holds, 0…1. */
export function shareOfRegion({ region }: Look, mask: Uint8Array): number {
  let inside = 0;
  let all = 1;
  for (let i = 0; i < region.length; i += 1) {
    if ((region[i] ?? 0) < 128) continue;
    all += 1;
    inside += mask[i] ?? 0;
  }
  return inside / all;
}
