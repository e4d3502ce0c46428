import { patchRadius } from './patchWindow.ts';

/**
 * Writes the centres of the patches that cover a pixel and have a source into `voters` (room for 49).
 * Windows past the picture's edge meet only centres that no patch has, so nothing needs clipping.
 *
 * @returns how many there are.
 */
export function gatherVoters(width: number, source: Int32Array, voters: Int32Array, pixel: number): number {
  let count = 0;
  for (let row = -patchRadius; row <= patchRadius; row++) {
    const middle = pixel + row * width;
    for (let centre = middle - patchRadius; centre <= middle + patchRadius; centre++) {
      if ((source[centre] ?? -1) >= 0) voters[count++] = centre;
    }
  }
  return count;
}
