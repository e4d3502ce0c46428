import type { PixelRect, PixelSize } from '@pinpaint/domain';
import { linearTable } from '@pinpaint/imaging';
import type { RgbCrop } from '../engine.ts';

/** A piece of the crop, seen small: the mean of each cell in linear light. */
export type Cells = PixelSize & {
  readonly rect: PixelRect;
  /** A cell's side in pixels of the crop; the last ones of a row or column may be cut. */
  readonly sidePx: number;
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
};

/** @param most cells on the longer side */
export function cellsOf({ width, depth, data }: RgbCrop, rect: PixelRect, most: number): Cells {
  const sidePx = Math.max(1, Math.ceil(Math.max(rect.width, rect.height) / most));
  const size = { width: Math.ceil(rect.width / sidePx), height: Math.ceil(rect.height / sidePx) };
  const count = size.width * size.height;
  const [red, green, blue] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  const light = linearTable(depth);
  for (let row = 0; row < size.height; row += 1) {
    const top = rect.y + row * sidePx;
    const bottom = Math.min(top + sidePx, rect.y + rect.height);
    for (let y = top; y < bottom; y += 1) {
      for (let x = 0; x < rect.width; x += 1) {
        const from = (y * width + rect.x + x) * 3;
        const to = row * size.width + ((x / sidePx) | 0);
        red[to] = (red[to] ?? 0) + (light[data[from] ?? 0] ?? 0);
        green[to] = (green[to] ?? 0) + (light[data[from + 1] ?? 0] ?? 0);
        blue[to] = (blue[to] ?? 0) + (light[data[from + 2] ?? 0] ?? 0);
      }
    }
    for (let column = 0; column < size.width; column += 1) {
      const pixels = Math.min(sidePx, rect.width - column * sidePx) * (bottom - top);
      const at = row * size.width + column;
      for (const plane of [red, green, blue]) plane[at] = (plane[at] ?? 0) / pixels;
    }
  }
  return { ...size, rect, sidePx, red, green, blue };
}

/** Rec. 709, of linear light. */
export function luminanceOf(red: number, green: number, blue: number): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function luminances({ red, green, blue }: Cells): Float32Array {
  return red.map((value, i) => luminanceOf(value, green[i] ?? 0, blue[i] ?? 0));
}

/** The value below which a share of them lies; of none, 0. */
export function quantile(values: Iterable<number>, share: number): number {
  const sorted = Float32Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
