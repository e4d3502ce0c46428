import { pixelRole, type RolePlane } from './pixelRole.ts';

/** Patches are 7×7 (reference: larger ones lose fine structure, smaller ones wander). */
export const patchRadius = 3;
const patchSide = 7;

/**
 * For each pixel, how many of the 7×7 pixels round it have `role`: 49 = a patch made of nothing else.
 * 0 where the window would leave the picture: such pixels are never a patch's centre.
 */
export function countRoleInWindow(
  { width, height, roles }: { readonly width: number; readonly height: number; readonly roles: Uint8Array },
  role: number,
): Uint8Array {
  const alongRows = new Uint8Array(roles.length);
  for (let y = 0; y < height; y++) {
    let run = 0;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (roles[at] === role) run++;
      if (x >= patchSide && roles[at - patchSide] === role) run--;
      if (x >= patchSide - 1) alongRows[at - patchRadius] = run;
    }
  }
  return sumDownColumns(alongRows, width, height);
}

/** 1 where the patch round a pixel is made of nothing but pixels that may be copied, else 0. */
export function copyableCentres(plane: RolePlane): Uint8Array {
  const copyable = countRoleInWindow(plane, pixelRole.source);
  for (let at = 0; at < copyable.length; at++) copyable[at] = copyable[at] === patchSide * patchSide ? 1 : 0;
  return copyable;
}

function sumDownColumns(alongRows: Uint8Array, width: number, height: number): Uint8Array {
  const counts = new Uint8Array(alongRows.length);
  const run = new Uint8Array(width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const leaving = y >= patchSide ? (alongRows[at - patchSide * width] ?? 0) : 0;
      const sum = (run[x] ?? 0) + (alongRows[at] ?? 0) - leaving;
      run[x] = sum;
      if (y >= patchSide - 1) counts[at - patchRadius * width] = sum;
    }
  }
  return counts;
}

/** The patch centre nearest to a pixel: patches lie wholly inside the picture. */
export function centreNear(
  { width, height }: { readonly width: number; readonly height: number },
  x: number,
  y: number,
): number {
  const column = Math.min(width - 1 - patchRadius, Math.max(patchRadius, x));
  const row = Math.min(height - 1 - patchRadius, Math.max(patchRadius, y));
  return row * width + column;
}
