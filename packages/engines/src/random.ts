/** 0 ≤ value < 1. The only source of chance in an engine, so that a stored seed gives the same bytes again. */
export type Random = () => number;

/** Mulberry32 (T. Ettinger, public domain): 32 bits of state are plenty for a search that only needs variety. */
export function createRandom(seed: number): Random {
  let state = foldTo32Bits(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Seeds above 2³² must not collide with their low half. */
function foldTo32Bits(seed: number): number {
  return (seed ^ Math.imul(Math.floor(seed / 4_294_967_296), 0x9e3779b1)) | 0;
}
