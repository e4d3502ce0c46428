import { linearTable } from '@pinpaint/imaging';
import type { PlacedPicture } from '../engine.ts';

/** RGBA, row-major, linear light times alpha, 0…65535; length = width × height × 4. */
export type ArtworkLevel = { readonly width: number; readonly height: number; readonly data: Uint16Array };

/** The artwork in linear light, then halved until it is one pixel: what is seen small is read from a small one. */
export function artworkLevels(artwork: PlacedPicture): readonly ArtworkLevel[] {
  let level = premultiplied(artwork);
  const levels = [level];
  while (level.width > 1 || level.height > 1) {
    level = halved(level);
    levels.push(level);
  }
  return levels;
}

export function showsNothing({ data }: PlacedPicture): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) return false;
  return true;
}

function premultiplied({ width, height, data }: PlacedPicture): ArtworkLevel {
  const light = linearTable(8);
  const to = new Uint16Array(data.length);
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] ?? 0;
    const scale = alpha * 257;
    to[i] = (light[data[i] ?? 0] ?? 0) * scale + 0.5;
    to[i + 1] = (light[data[i + 1] ?? 0] ?? 0) * scale + 0.5;
    to[i + 2] = (light[data[i + 2] ?? 0] ?? 0) * scale + 0.5;
    to[i + 3] = scale;
  }
  return { width, height, data: to };
}

function halved({ width, height, data }: ArtworkLevel): ArtworkLevel {
  const small = { width: Math.max(1, width >> 1), height: Math.max(1, height >> 1) };
  const to = new Uint16Array(small.width * small.height * 4);
  for (let y = 0; y < small.height; y += 1) {
    // An odd side's last row and column belong to the last small one as well.
    const [top, bottom] = spanOf(y, small.height, height);
    for (let x = 0; x < small.width; x += 1) {
      const [left, right] = spanOf(x, small.width, width);
      writeMean(to, (y * small.width + x) * 4, { data, width, left, right, top, bottom });
    }
  }
  return { ...small, data: to };
}

function spanOf(at: number, smallSide: number, side: number): readonly [number, number] {
  return [Math.min(2 * at, side - 1), at === smallSide - 1 ? side : 2 * at + 2];
}

type Block = ArtworkLevelRows & { left: number; right: number; top: number; bottom: number };
type ArtworkLevelRows = Pick<ArtworkLevel, 'data' | 'width'>;

function writeMean(to: Uint16Array, at: number, { data, width, left, right, top, bottom }: Block): void {
  const count = (right - left) * (bottom - top);
  for (let channel = 0; channel < 4; channel += 1) {
    let sum = 0;
    for (let y = top; y < bottom; y += 1)
      for (let x = left; x < right; x += 1) sum += data[(y * width + x) * 4 + channel] ?? 0;
    to[at + channel] = sum / count + 0.5;
  }
}
