import { makePicture, type Picture } from '../picture/picture.ts';

/** Pictures whose truth is known, for the tests of the figures. */
const madeSize = { width: 200, height: 160 } as const;

export type Paint = (x: number, y: number) => number | readonly [number, number, number];

export function painted(paint: Paint, depth: 8 | 16 = 8): Picture {
  const picture = makePicture({ ...madeSize, channels: 3, depth });
  const scale = depth === 8 ? 1 : 257;
  for (let i = 0, at = 0; at < picture.data.length; i += 1, at += 3) {
    const value = paint(i % madeSize.width, Math.floor(i / madeSize.width));
    const [r, g, b] = typeof value === 'number' ? [value, value, value] : value;
    picture.data.set([r * scale, g * scale, b * scale].map(Math.round), at);
  }
  return picture;
}

/** Noise of a standard deviation of about 4, the same for the same place and seed. */
export function grainAt(x: number, y: number, seed = 1): number {
  let sum = 0;
  for (let k = 1; k <= 3; k += 1) {
    let h = Math.imul(x + 1, 374761393) ^ Math.imul(y + 1, 668265263) ^ Math.imul(seed * 3 + k, 2147483647);
    h = Math.imul(h ^ (h >>> 13), 1274126177);
    sum += ((h ^ (h >>> 16)) >>> 0) / 2 ** 32 - 0.5;
  }
  return 8 * sum;
}

/** Smooth, random and nowhere the same: four layers of noise, each twice as coarse as the one before. */
export function cloudAt(x: number, y: number, seed = 1): number {
  return [2, 4, 8, 16].reduce(
    (sum, cell) => sum + 2.4 * smoothNoise(x / cell, y / cell, seed * 10 + cell),
    0,
  );
}

function smoothNoise(x: number, y: number, seed: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [ease(x - left), ease(y - top)];
  const at = (dx: number, dy: number): number => grainAt(left + dx, top + dy, seed);
  const upper = at(0, 0) * (1 - u) + at(1, 0) * u;
  const lower = at(0, 1) * (1 - u) + at(1, 1) * u;
  return upper * (1 - v) + lower * v;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}

export function isInDisc(x: number, y: number): boolean {
  return Math.hypot(x - 100, y - 80) < 36;
}

/** 255 in the disc. */
export const discAlpha = Uint8Array.from({ length: madeSize.width * madeSize.height }, (_, i) =>
  isInDisc(i % madeSize.width, Math.floor(i / madeSize.width)) ? 255 : 0,
);

/** One paint in the disc, another round it. */
export function insideOf(inside: Paint, around: Paint): Paint {
  return (x, y) => (isInDisc(x, y) ? inside(x, y) : around(x, y));
}
