import type { PixelSize } from '@pinpaint/domain';
import type { OklabPlane } from '@pinpaint/imaging';
import { blackGuard } from './tint.ts';

export type TintPlanes = {
  /** OKLab L, 0…1. */
  readonly lightness: Float32Array;
  /** The tint: shading scales L, a and b alike, so it tells a surface's colour in light and shadow. */
  readonly tintA: Float32Array;
  readonly tintB: Float32Array;
};

/** OKLab L. Below the first, tints begin to be noise; below the second they are nothing else. */
const darkBelow = 0.32;
const darkest = 0.14;

/** In the dark, tints are mostly noise: there they are taken from the mean of a few pixels. */
export function tintPlanes({ lab, ...size }: OklabPlane): TintPlanes {
  const { lightness, a, b } = splitLab(lab);
  const isDark = lightness.some((value) => value < darkBelow);
  const [softL, softA, softB] = isDark
    ? [softened(lightness, size), softened(a, size), softened(b, size)]
    : [lightness, a, b];
  const tintA = new Float32Array(lightness.length);
  const tintB = new Float32Array(lightness.length);
  for (let i = 0; i < lightness.length; i += 1) {
    const l = lightness[i] ?? 0;
    const dark = Math.min(1, Math.max(0, (darkBelow - l) / (darkBelow - darkest)));
    const per = 1 / (l + dark * ((softL[i] ?? 0) - l) + blackGuard);
    const sharpA = a[i] ?? 0;
    const sharpB = b[i] ?? 0;
    tintA[i] = (sharpA + dark * ((softA[i] ?? 0) - sharpA)) * per;
    tintB[i] = (sharpB + dark * ((softB[i] ?? 0) - sharpB)) * per;
  }
  return { lightness, tintA, tintB };
}

type LabPlanes = { readonly lightness: Float32Array; readonly a: Float32Array; readonly b: Float32Array };

function splitLab(lab: Float32Array): LabPlanes {
  const count = lab.length / 3;
  const planes = {
    lightness: new Float32Array(count),
    a: new Float32Array(count),
    b: new Float32Array(count),
  };
  for (let i = 0; i < count; i += 1) {
    planes.lightness[i] = lab[i * 3] ?? 0;
    planes.a[i] = lab[i * 3 + 1] ?? 0;
    planes.b[i] = lab[i * 3 + 2] ?? 0;
  }
  return planes;
}

/** 1 4 6 4 1 down and across; at the edges the last sample goes on. */
function softened(plane: Float32Array, { width, height }: PixelSize): Float32Array {
  const down = new Float32Array(plane.length);
  for (let y = 0; y < height; y += 1) {
    const far = Math.max(0, y - 2) * width;
    const above = Math.max(0, y - 1) * width;
    const here = y * width;
    const below = Math.min(height - 1, y + 1) * width;
    const farBelow = Math.min(height - 1, y + 2) * width;
    for (let x = 0; x < width; x += 1) {
      const sides = (plane[above + x] ?? 0) + (plane[below + x] ?? 0);
      const ends = (plane[far + x] ?? 0) + (plane[farBelow + x] ?? 0);
      down[here + x] = (6 * (plane[here + x] ?? 0) + 4 * sides + ends) / 16;
    }
  }
  const soft = new Float32Array(plane.length);
  for (let row = 0; row < soft.length; row += width) {
    const last = row + width - 1;
    for (let i = row; i <= last; i += 1) {
      const sides = (down[Math.max(row, i - 1)] ?? 0) + (down[Math.min(last, i + 1)] ?? 0);
      const ends = (down[Math.max(row, i - 2)] ?? 0) + (down[Math.min(last, i + 2)] ?? 0);
      soft[i] = (6 * (down[i] ?? 0) + 4 * sides + ends) / 16;
    }
  }
  return soft;
}
