import { pixelRole, type RolePlane } from './pixelRole.ts';

const radius = 4;

/**
 * Writes the fourth channel: how busy the picture is round each pixel, as the mean |∇Y| over the
 * 9×9 window's pixels that are not in the hole. It keeps smooth things out of rough ones where colours agree.
 */
export function writeTexture(rgba: Uint8Array, plane: RolePlane): void {
  const { width, height, roles } = plane;
  const slope = slopes(rgba, plane);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (roles[at] === pixelRole.hole) continue;
      rgba[at * 4 + 3] = meanRound(slope, plane, x, y);
    }
  }
}

function meanRound(slope: Int16Array, { width, height }: RolePlane, x: number, y: number): number {
  const right = Math.min(width - 1, x + radius);
  const bottom = Math.min(height - 1, y + radius);
  let sum = 0;
  let count = 0;
  for (let row = Math.max(0, y - radius); row <= bottom; row++) {
    for (let at = row * width + Math.max(0, x - radius); at <= row * width + right; at++) {
      const value = slope[at] ?? 0;
      if (value < 0) continue;
      sum += value;
      count++;
    }
  }
  return count === 0 ? 0 : Math.min(255, sum / count);
}

/** |∂Y/∂x| + |∂Y/∂y|; −1 where a pixel it needs is missing. */
function slopes(rgba: Uint8Array, { width, height, roles }: RolePlane): Int16Array {
  const slope = new Int16Array(roles.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const right = x < width - 1 ? at + 1 : at;
      const below = y < height - 1 ? at + width : at;
      const here = luma(rgba, at);
      slope[at] =
        hasPixel(roles, at) && hasPixel(roles, right) && hasPixel(roles, below)
          ? Math.abs(luma(rgba, right) - here) + Math.abs(luma(rgba, below) - here)
          : -1;
    }
  }
  return slope;
}

function hasPixel(roles: Uint8Array, at: number): boolean {
  return roles[at] === pixelRole.source || roles[at] === pixelRole.seen;
}

function luma(rgba: Uint8Array, at: number): number {
  return 0.299 * (rgba[at * 4] ?? 0) + 0.587 * (rgba[at * 4 + 1] ?? 0) + 0.114 * (rgba[at * 4 + 2] ?? 0);
}
