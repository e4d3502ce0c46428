import type { Picture } from '@pinpaint/imaging';

/** Picture files, for engines that send and get them: which library does it is the worker's business. */
export interface PictureCodec {
  /** RGB of 8 bits, losslessly. */
  encodePng(picture: Picture): Promise<Uint8Array>;
  /** PNG, JPEG or WebP as RGB of 8 bits in sRGB; null where it is none, or has more pixels than that. */
  decode(bytes: Uint8Array, maxPixels: number): Promise<Picture | null>;
}
