import { containsRect, intersectRects, type PixelRect, type PixelSize } from '@pinpaint/domain';
import { makePicture, type Picture, type Placed, rectOfPlaced } from '../picture/picture.ts';

/** A picture, in sRGB, whose pixels lie evenly over `rect` of frame space: as many as it has, or fewer. */
export type PixelView = { readonly rect: PixelRect; readonly picture: Picture };

/**
 * Gives the part of a frame's picture under `rect` with about `mostPixels` pixels, and the rectangle that it really
 * covers, which may be somewhat larger. So nobody needs a whole frame of thirty megapixels at once.
 */
export type PixelReader = (rect: PixelRect, mostPixels: number) => PixelView | Promise<PixelView>;

/** Reads from a picture that is there as a whole. */
export function readerOf(source: Placed): PixelReader {
  return (rect, mostPixels) => {
    const part = intersectRects(rect, rectOfPlaced(source));
    if (!part) throw new RangeError('readerOf: the rectangle lies outside the picture');
    return { rect: part, picture: shrinkPicture(source, part, sizeWithin(part, mostPixels)) };
  };
}

/** The size of the same shape with no more than `mostPixels`; never larger than it is. */
export function sizeWithin({ width, height }: PixelSize, mostPixels: number): PixelSize {
  const by = Math.min(1, Math.sqrt(mostPixels / (width * height)));
  return { width: Math.max(1, Math.floor(width * by)), height: Math.max(1, Math.floor(height * by)) };
}

/** The part under `rect`, each new pixel the mean of those it covers (whole ones; the rest is less than is seen). */
function shrinkPicture(source: Placed, rect: PixelRect, size: PixelSize): Picture {
  if (!containsRect(rectOfPlaced(source), rect))
    throw new RangeError('shrinkPicture: rect leaves the picture');
  const { picture } = source;
  const shrunk = makePicture({ ...picture, ...size });
  const columns = startsOf(rect.width, size.width, rect.x - source.x);
  const rows = startsOf(rect.height, size.height, rect.y - source.y);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const cell = {
        left: columns[x] ?? 0,
        right: columns[x + 1] ?? 0,
        top: rows[y] ?? 0,
        bottom: rows[y + 1] ?? 0,
      };
      averageInto(picture, cell, shrunk.data, (y * size.width + x) * picture.channels);
    }
  }
  return shrunk;
}

/** Where each new pixel begins, and where the last one ends. */
function startsOf(length: number, parts: number, from: number): Int32Array {
  return new Int32Array(parts + 1).map((_, i) => from + Math.floor((i * length) / parts));
}

type Cell = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

function averageInto(
  { data, width, channels }: Picture,
  { left, right, top, bottom }: Cell,
  to: Picture['data'],
  at: number,
): void {
  const count = (right - left) * (bottom - top);
  for (let channel = 0; channel < channels; channel += 1) {
    let sum = 0;
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) sum += data[(y * width + x) * channels + channel] ?? 0;
    }
    to[at + channel] = sum / count + 0.5;
  }
}
