import { boxSum } from '@pinpaint/imaging';
import { pixelRole, type RolePlane } from './pixelRole.ts';

const radiusPx = 4;

/**
 * Writes the fourth channel: how busy the picture is round each pixel, as the mean |∇Y| over the
 * 9×9 window's pixels that are not in the hole. It keeps smooth things out of rough ones where colours agree.
 */
export function writeTexture(rgba: Uint8Array, plane: RolePlane): void {
  const { width, height, roles } = plane;
  const { slope, isSlope } = slopes(rgba, plane);
  const sums = boxSum(slope, { width, height, radiusPx });
  const counts = boxSum(isSlope, { width, height, radiusPx });
  for (let at = 0; at < roles.length; at++) {
    if (roles[at] === pixelRole.hole) continue;
    const count = counts[at] ?? 0;
    rgba[at * 4 + 3] = count === 0 ? 0 : Math.min(255, (sums[at] ?? 0) / count);
  }
}

/** |∂Y/∂x| + |∂Y/∂y| where all pixels it needs are there, and 1 for each such pixel. */
function slopes(rgba: Uint8Array, plane: RolePlane): { slope: Float32Array; isSlope: Float32Array } {
  const { width, height, roles } = plane;
  const luma = lumaOf(rgba);
  const slope = new Float32Array(roles.length);
  const isSlope = new Float32Array(roles.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const right = x < width - 1 ? at + 1 : at;
      const below = y < height - 1 ? at + width : at;
      if (!hasPixel(roles, at) || !hasPixel(roles, right) || !hasPixel(roles, below)) continue;
      const here = luma[at] ?? 0;
      slope[at] = Math.abs((luma[right] ?? 0) - here) + Math.abs((luma[below] ?? 0) - here);
      isSlope[at] = 1;
    }
  }
  return { slope, isSlope };
}

function hasPixel(roles: Uint8Array, at: number): boolean {
  return roles[at] === pixelRole.source || roles[at] === pixelRole.seen;
}

/** Of interleaved samples, four a pixel. */
export function lumaOf(rgba: Uint8Array): Float32Array {
  const luma = new Float32Array(rgba.length / 4);
  for (let at = 0, s = 0; at < luma.length; at++, s += 4) {
    luma[at] = 0.299 * (rgba[s] ?? 0) + 0.587 * (rgba[s + 1] ?? 0) + 0.114 * (rgba[s + 2] ?? 0);
  }
  return luma;
}
