import type { PixelSize } from '@pinpaint/domain';
import { makePicture, type Picture } from '../picture/picture.ts';
import type { Warp } from '../register/warp.ts';

/** Encoded R, G and B, 0…255, at a point of the crop; between pixels too. */
export type Scene = (x: number, y: number) => readonly [number, number, number];

/** Points along each side of a pixel that it is the mean of, as a lens would have it. */
const points = 4;

/** A scene as a model gives it back: `returned` large, and moved so that `warp` is what is to be found. */
export function aMovedPicture(
  scene: Scene,
  crop: PixelSize,
  { warp, returned = crop }: { readonly warp: Warp; readonly returned?: PixelSize },
): Picture {
  const picture = makePicture({ ...returned, channels: 3, depth: 8 });
  const [stepX, stepY] = [crop.width / returned.width, crop.height / returned.height];
  const [middleX, middleY] = [crop.width / 2, crop.height / 2];
  for (let i = 0; i < returned.width * returned.height; i += 1) {
    const [column, row] = [i % returned.width, Math.floor(i / returned.width)];
    const sum = [0, 0, 0];
    for (let k = 0; k < points * points; k += 1) {
      const x = stepX * (column + ((k % points) + 0.5) / points);
      const y = stepY * (row + (Math.floor(k / points) + 0.5) / points);
      const seen = scene(
        middleX + (x - middleX - warp.shiftX) / warp.scaleX,
        middleY + (y - middleY - warp.shiftY) / warp.scaleY,
      );
      seen.forEach((value, c) => {
        sum[c] = (sum[c] ?? 0) + value;
      });
    }
    picture.data.set(
      sum.map((value) => Math.round(Math.min(255, Math.max(0, value / points ** 2)))),
      i * 3,
    );
  }
  return picture;
}

/** Of the crop's corners, how far the worst lies from where it should, in pixels. */
export function cornerError(found: Warp, truth: Warp, { width, height }: PixelSize): number {
  const reach = (scale: number, shift: number, length: number) =>
    Math.abs(scale) * (length / 2) + Math.abs(shift);
  return Math.hypot(
    reach(found.scaleX - truth.scaleX, found.shiftX - truth.shiftX, width),
    reach(found.scaleY - truth.scaleY, found.shiftY - truth.shiftY, height),
  );
}

/** 255 but for a disc in the middle, of so much of the shorter side. */
export function ringAroundDisc({ width, height }: PixelSize, share = 0.25): Uint8Array {
  const radius = share * Math.min(width, height);
  return new Uint8Array(width * height).map((_, i) => {
    const x = (i % width) + 0.5 - width / 2;
    const y = Math.floor(i / width) + 0.5 - height / 2;
    return Math.hypot(x, y) > radius ? 255 : 0;
  });
}
