import type { PixelSize } from '@pinpaint/domain';
import { type PlaneMap, resamplePlane } from './resamplePlane.ts';

/**
 * How what came back lies over what was sent, about the middle of the crop and in its pixels: what lies at distance
 * `d` from the middle is found at `scale × d + shift` in what came back, once that is given the crop's size.
 */
export type Warp = {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly shiftX: number;
  readonly shiftY: number;
};

export const unmoved: Warp = { scaleX: 1, scaleY: 1, shiftX: 0, shiftY: 0 };

/** @param source what came back, of any size */
export function mapOf(
  { scaleX, scaleY, shiftX, shiftY }: Warp,
  crop: PixelSize,
  source: PixelSize,
): PlaneMap {
  const axis = (scale: number, shift: number, [length, own]: readonly [number, number]) => ({
    scale: (scale * own) / length,
    shift: (((1 - scale) * length) / 2 + shift) * (own / length),
  });
  return {
    x: axis(scaleX, shiftX, [crop.width, source.width]),
    y: axis(scaleY, shiftY, [crop.height, source.height]),
  };
}

/** The same on a grid with so many crop pixels to one of its own. */
export function atLevel(warp: Warp, factor: number): Warp {
  return { ...warp, shiftX: warp.shiftX / factor, shiftY: warp.shiftY / factor };
}

/** A plane of the level's own size, moved. */
export function warpPlane(data: Float32Array, size: PixelSize, warp: Warp): Float32Array {
  return resamplePlane({ ...size, channels: 1, data }, size, mapOf(warp, size, size));
}
