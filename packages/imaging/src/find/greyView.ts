import { type Homography, type PixelRect, spreadOver } from '@pinpaint/domain';
import type { Picture } from '../picture/picture.ts';
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
  return { rect, width, height, data: lumaOf(picture), toFrame: spreadOver(rect, picture) };
}

/** ITU-R BT.601's weights, over the encoded samples. */
function lumaOf({ width, height, channels, depth, data }: Picture): Uint8Array {
  const grey = new Uint8Array(width * height);
  const scale = depth === 16 ? 1 / 257 : 1;
  for (let at = 0, from = 0; at < grey.length; at += 1, from += channels) {
    const luma = 0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0);
    grey[at] = luma * scale + 0.5;
  }
  return grey;
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
