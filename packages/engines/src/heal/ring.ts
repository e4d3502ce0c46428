import { pixelRole, type RolePlane } from './pixelRole.ts';

/**
 * The known pixels that touch the hole, in reading order, and by how much the fill would miss each:
 * original − voted, RGB interleaved, in 8-bit steps; NaN where no patch speaks for the pixel.
 */
export type Ring = { readonly pixels: Int32Array; readonly residuals: Float32Array };

/** Locked pixels are no ring: nothing of their colour may reach the fill. */
export function startRing({ width, roles }: RolePlane): Ring {
  const found: number[] = [];
  for (let at = 0; at < roles.length; at++) {
    if (roles[at] !== pixelRole.source) continue;
    const x = at % width;
    const touches =
      (x > 0 && roles[at - 1] === pixelRole.hole) ||
      (x < width - 1 && roles[at + 1] === pixelRole.hole) ||
      roles[at - width] === pixelRole.hole ||
      roles[at + width] === pixelRole.hole;
    if (touches) found.push(at);
  }
  return { pixels: Int32Array.from(found), residuals: new Float32Array(found.length * 3).fill(Number.NaN) };
}
