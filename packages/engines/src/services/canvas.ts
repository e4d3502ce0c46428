import type { PixelRect, PixelSize } from '@pinpaint/domain';
import { makePicture, type Picture } from '@pinpaint/imaging';
import type { EngineRequest, RgbCrop } from '../engine.ts';

/** What is sent: the crop, grown to a shape that the service draws in. */
export type Canvas = {
  /** 8 bits. */
  readonly picture: Picture;
  /** White where it may change. */
  readonly mask: Picture;
  /** 255 where the picture was known, and is to stay as it is. */
  readonly ring: Uint8Array;
  /** Where the crop lies in it. */
  readonly at: PixelRect;
};

/** Nothing to see there yet. */
const unknownGrey = 128;

/** @param shapes of which the one that needs least growth is taken; none: the crop's own */
export function makeCanvas(request: EngineRequest, shapes: readonly PixelSize[]): Canvas {
  const { crop, permittedAlpha, known } = request;
  const size = grownSize(crop, shapes);
  const at = {
    x: Math.floor((size.width - crop.width) / 2),
    y: Math.floor((size.height - crop.height) / 2),
    width: crop.width,
    height: crop.height,
  };
  const canvas: Canvas = {
    picture: makePicture({ ...size, channels: 3, depth: 8 }),
    mask: makePicture({ ...size, channels: 3, depth: 8 }),
    ring: new Uint8Array(size.width * size.height),
    at,
  };
  for (let i = 0; i < size.width * size.height; i += 1) {
    const [x, y] = [(i % size.width) - at.x, Math.floor(i / size.width) - at.y];
    const from = mirrored(y, crop.height) * crop.width + mirrored(x, crop.width);
    for (let c = 0; c < 3; c += 1) {
      canvas.picture.data[i * 3 + c] = known[from] ? sampleOf(crop, from * 3 + c) : unknownGrey;
    }
    if (x < 0 || y < 0 || x >= crop.width || y >= crop.height) continue;
    if ((permittedAlpha[from] ?? 0) > 0) canvas.mask.data.fill(255, i * 3, i * 3 + 3);
    else if (known[from]) canvas.ring[i] = 255;
  }
  return canvas;
}

/** The crop's part of something that lies over the canvas. */
export function cutCanvas(picture: Picture, { at }: Canvas): Picture {
  const cut = makePicture({ ...picture, width: at.width, height: at.height });
  const { channels } = picture;
  for (let y = 0; y < at.height; y += 1) {
    const from = ((at.y + y) * picture.width + at.x) * channels;
    cut.data.set(picture.data.subarray(from, from + at.width * channels), y * at.width * channels);
  }
  return cut;
}

/** A picture of its own that is shown beside. */
export function eightBits(crop: RgbCrop): Picture {
  const { width, height } = crop;
  const data = new Uint8Array(crop.data.length).map((_, at) => sampleOf(crop, at));
  return { width, height, channels: 3, depth: 8, data };
}

/** Only ever larger: what was cut away could not be laid back. */
function grownSize({ width, height }: PixelSize, shapes: readonly PixelSize[]): PixelSize {
  const grown = shapes.map((shape) => {
    const scale = Math.max(width / shape.width, height / shape.height);
    return {
      width: Math.max(width, Math.round(shape.width * scale)),
      height: Math.max(height, Math.round(shape.height * scale)),
    };
  });
  const [first = { width, height }, ...others] = grown;
  return others.reduce((best, one) => (areaOf(one) < areaOf(best) ? one : best), first);
}

function areaOf({ width, height }: PixelSize): number {
  return width * height;
}

function mirrored(at: number, length: number): number {
  const period = 2 * length;
  const folded = ((at % period) + period) % period;
  return folded < length ? folded : period - 1 - folded;
}

function sampleOf({ depth, data }: RgbCrop, at: number): number {
  const sample = data[at] ?? 0;
  return depth === 8 ? sample : Math.round(sample / 257);
}
