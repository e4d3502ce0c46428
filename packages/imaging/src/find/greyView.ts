import { type Homography, type PixelRect, spreadOver } from '@pinpaint/domain';
import { luma601 } from '../colour/luma601.ts';
import type { PixelReader, PixelView } from '../select/pixelReader.ts';

/** Lightness of a part of a picture: 8 bits, row by row, so many pixels spread evenly over `rect`. */
export type GreyView = {
  readonly rect: PixelRect;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** From the view's coordinates to frame space; (0.5, 0.5) is its first sample's centre. */
  readonly toFrame: Homography;
};

export async function readGrey(reader: PixelReader, rect: PixelRect, mostPixels: number): Promise<GreyView> {
  return greyOf(await reader(rect, mostPixels));
}

function greyOf({ rect, picture }: PixelView): GreyView {
  const { width, height } = picture;
  return {
    rect,
    width,
    height,
    data: Uint8Array.from(luma601(picture), (value) => value + 0.5),
    toFrame: spreadOver(rect, picture),
  };
}

/** The mean of the four samples around a point of the view, by how near they are; NaN outside. */
export function sampleGrey(
  { width, height, data }: Pick<GreyView, 'width' | 'height' | 'data'>,
  x: number,
  y: number,
): number {
  const [left, top] = [x - 0.5, y - 0.5];
  if (!(left >= 0 && top >= 0 && left <= width - 1 && top <= height - 1)) return Number.NaN;
  const [x0, y0] = [Math.min(width - 2, Math.floor(left)), Math.min(height - 2, Math.floor(top))];
  const [fx, fy] = [left - x0, top - y0];
  const at = y0 * width + x0;
  const upper = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx;
  const lower = (data[at + width] ?? 0) * (1 - fx) + (data[at + width + 1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}
