import type { Level } from './level.ts';
import { patchRadius, patchSide } from './patchWindow.ts';

/** Texture counts twice in a comparison (reference.md: GMSD .2193 → .2125). */
const textureWeight = 2;

/**
 * The weighted sum of squared differences between the patch round `target` and the one round `source`;
 * any value ≥ `limit` once it is clear that it will not be below.
 */
export function patchDistance(level: Level, target: number, source: number, limit: number): number {
  const { rgba, weight, width } = level;
  const corner = patchRadius * width + patchRadius;
  let here = target - corner;
  let there = source - corner;
  let sum = 0;
  for (let row = 0; row < patchSide; row++) {
    let a = here * 4;
    let b = there * 4;
    for (let column = 0; column < patchSide; column++) {
      const red = (rgba[a] ?? 0) - (rgba[b] ?? 0);
      const green = (rgba[a + 1] ?? 0) - (rgba[b + 1] ?? 0);
      const blue = (rgba[a + 2] ?? 0) - (rgba[b + 2] ?? 0);
      const texture = (rgba[a + 3] ?? 0) - (rgba[b + 3] ?? 0);
      const squares = red * red + green * green + blue * blue + textureWeight * texture * texture;
      sum += (weight[here + column] ?? 0) * squares;
      a += 4;
      b += 4;
    }
    if (sum >= limit) return sum;
    here += width;
    there += width;
  }
  return sum;
}

/** What a patch weighs in all: a distance divided by it is a mean per pixel. */
export function patchWeight({ weight, width }: Level, target: number): number {
  let sum = 0;
  for (let row = -patchRadius; row <= patchRadius; row++) {
    for (let column = -patchRadius; column <= patchRadius; column++) {
      sum += weight[target + row * width + column] ?? 0;
    }
  }
  return sum;
}
