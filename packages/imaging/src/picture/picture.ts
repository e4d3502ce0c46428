import type { PixelRect } from '@pinpaint/domain';

/**
 * RGB or RGBA, row-major, interleaved, straight alpha, in the picture's own encoded space (no transfer
 * curve is undone); `data.length` = width × height × channels.
 */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
} & (
  | { readonly depth: 8; readonly data: Uint8Array }
  /** 0…65535 in the machine's own byte order. */
  | { readonly depth: 16; readonly data: Uint16Array }
);

/** What a picture is, without its samples. */
export type PictureFormat = Pick<Picture, 'width' | 'height' | 'channels' | 'depth'>;

/** A picture and where in frame space its top left pixel lies. */
export type Placed = { readonly x: number; readonly y: number; readonly picture: Picture };

/** All samples 0: black, and transparent where there is a fourth channel. */
export function makePicture(format: PictureFormat): Picture {
  const { width, height, channels, depth } = format;
  const length = width * height * channels;
  return depth === 8
    ? { width, height, channels, depth, data: new Uint8Array(length) }
    : { width, height, channels, depth, data: new Uint16Array(length) };
}

/** Where a placed picture lies in frame space. */
export function rectOfPlaced({ x, y, picture }: Placed): PixelRect {
  return { x, y, width: picture.width, height: picture.height };
}

/** The value of a sample at full: 255 or 65535. */
export function fullSample(depth: Picture['depth']): number {
  return depth === 8 ? 255 : 65535;
}
