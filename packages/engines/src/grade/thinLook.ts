import type { PixelSize } from '@pinpaint/domain';
import type { Look } from './look.ts';

/** Every second pixel of every second row. */
export function thinLook(look: Look): Look {
  const size = { width: (look.width + 1) >> 1, height: (look.height + 1) >> 1 };
  const bytes = () => new Uint8Array(size.width * size.height);
  return {
    ...look,
    ...size,
    scale: 2 * look.scale,
    lightness: thinned(look.lightness, look, size),
    tintA: thinned(look.tintA, look, size),
    tintB: thinned(look.tintB, look, size),
    region: thin(look.region, look, bytes()),
    permitted: thin(look.permitted, look, bytes()),
    locked: thin(look.locked, look, bytes()),
  };
}

/** A plane of `from`'s size at the size of its thin look; as it is where both are one. */
export function thinned(plane: Float32Array, from: PixelSize, to: PixelSize): Float32Array {
  return from.width === to.width ? plane : thin(plane, from, new Float32Array(to.width * to.height));
}

function thin<Plane extends Float32Array | Uint8Array>(
  plane: Plane,
  { width, height }: PixelSize,
  to: Plane,
): Plane {
  let at = 0;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      to[at] = plane[y * width + x] ?? 0;
      at += 1;
    }
  }
  return to;
}

/** The way back: in between, the mean of the pixels to either side. */
export function thickened(plane: Float32Array, from: PixelSize, to: PixelSize): Float32Array {
  if (from.width === to.width) return plane;
  const thick = new Float32Array(to.width * to.height);
  for (let y = 0, i = 0; y < to.height; y += 1) {
    const upper = (y >> 1) * from.width;
    const lower = Math.min(from.height - 1, (y + 1) >> 1) * from.width;
    for (let x = 0; x < to.width; x += 1, i += 1) {
      const left = x >> 1;
      const right = Math.min(from.width - 1, (x + 1) >> 1);
      const above = (plane[upper + left] ?? 0) + (plane[upper + right] ?? 0);
      thick[i] = (above + (plane[lower + left] ?? 0) + (plane[lower + right] ?? 0)) / 4;
    }
  }
  return thick;
}
