import type { PixelSize } from '@pinpaint/domain';

/** Luma in 8-bit steps of the kept picture and of the one that came back, on one grid, and where the ring is. */
export type Level = PixelSize & {
  /** Crop pixels to one of this level's, along each side. */
  readonly factor: number;
  readonly kept: Float32Array;
  readonly returned: Float32Array;
  /** 1 on pixels that were to stay as they are, else 0. */
  readonly ring: Uint8Array;
};

/** As large as a level has to be for a shift of a tenth of a pixel of the crop, and as small as one may get. */
const [finestPx, coarsestPx] = [800, 112];

/** The coarsest first. */
export function pyramidOf(whole: Level): readonly Level[] {
  let level = whole;
  while (Math.max(level.width, level.height) > finestPx) level = halved(level);
  const levels = [level];
  while (Math.max(level.width, level.height) > coarsestPx && Math.min(level.width, level.height) >= 32) {
    level = halved(level);
    levels.unshift(level);
  }
  return levels.map(smoothed);
}

function halved(level: Level): Level {
  const size = { width: Math.floor(level.width / 2), height: Math.floor(level.height / 2) };
  return {
    ...size,
    factor: level.factor * 2,
    kept: halfPlane(level.kept, level.width, size),
    returned: halfPlane(level.returned, level.width, size),
    ring: halfRing(level.ring, level.width, size),
  };
}

function halfPlane(plane: Float32Array, from: number, { width, height }: PixelSize): Float32Array {
  const half = new Float32Array(width * height);
  for (let y = 0, to = 0; y < height; y += 1) {
    for (let x = 0, at = 2 * y * from; x < width; x += 1, at += 2, to += 1) {
      half[to] =
        ((plane[at] ?? 0) + (plane[at + 1] ?? 0) + (plane[at + from] ?? 0) + (plane[at + from + 1] ?? 0)) / 4;
    }
  }
  return half;
}

/** Only what is of the ring all over. */
function halfRing(ring: Uint8Array, from: number, { width, height }: PixelSize): Uint8Array {
  const half = new Uint8Array(width * height);
  for (let y = 0, to = 0; y < height; y += 1) {
    for (let x = 0, at = 2 * y * from; x < width; x += 1, at += 2, to += 1) {
      half[to] = (ring[at] ?? 0) & (ring[at + 1] ?? 0) & (ring[at + from] ?? 0) & (ring[at + from + 1] ?? 0);
    }
  }
  return half;
}

/** A model's noise is as fine as pixels are, and slopes between pixels are truer over smooth ones. */
function smoothed(level: Level): Level {
  const smooth = (plane: Float32Array) => binomial(binomial(plane, 1), level.width);
  return { ...level, kept: smooth(level.kept), returned: smooth(level.returned) };
}

/** ¼ ½ ¼; at a row's ends the neighbouring row's are among them, and no ring is looked at there. */
function binomial(plane: Float32Array, step: number): Float32Array {
  const out = plane.slice();
  for (let i = step; i < plane.length - step; i += 1) {
    out[i] = ((plane[i - step] ?? 0) + 2 * (plane[i] ?? 0) + (plane[i + step] ?? 0)) / 4;
  }
  return out;
}
