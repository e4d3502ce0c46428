import type { Grain } from './readGrain.ts';

/** A value of grain for each place, the same for the same seed however the picture is cut into pieces. */
export type GrainAt = (x: number, y: number, channel: number) => number;

/** Grain of the level and coarseness that was measured, in shares of the range. */
export function layGrain({ luma, chroma, likeness }: Grain, seed: number): GrainAt {
  if (luma === 0 && chroma === 0) return () => 0;
  const side = sideFor(likeness);
  const norm = 1 / (1 + 2 * side * side);
  const soft = (x: number, y: number, plane: number) =>
    norm *
    (noise(x, y, plane) +
      side *
        (noise(x - 1, y, plane) + noise(x + 1, y, plane) + noise(x, y - 1, plane) + noise(x, y + 1, plane)) +
      side *
        side *
        (noise(x - 1, y - 1, plane) +
          noise(x + 1, y - 1, plane) +
          noise(x - 1, y + 1, plane) +
          noise(x + 1, y + 1, plane)));
  const noise = noiseOf(seed);
  return (x, y, channel) => luma * soft(x, y, 0) + (channel === 1 ? 0 : chroma * soft(x, y, 1 + channel));
}

/** The weight of a neighbour beside 1 that makes neighbours as alike as asked: 2a / (1 + 2a²). */
function sideFor(likeness: number): number {
  if (likeness < 0.02) return 0;
  return (1 - Math.sqrt(Math.max(0, 1 - 2 * likeness * likeness))) / (2 * likeness);
}

/** Standard normal, near enough: four uniform bytes of one hash (variance 1/12 each of a full range). */
function noiseOf(seed: number) {
  return (x: number, y: number, plane: number): number => {
    let hash = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b) ^ Math.imul(plane + 1, 0xc2b2ae35) ^ seed;
    hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
    hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
    hash ^= hash >>> 16;
    const sum = (hash & 255) + ((hash >>> 8) & 255) + ((hash >>> 16) & 255) + (hash >>> 24);
    return (sum - 510) / 147.8;
  };
}
