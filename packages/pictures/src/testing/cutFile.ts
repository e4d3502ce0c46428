import type { PixelRect } from '@pinpaint/domain';
import sharp from 'sharp';

/** A part of a picture as a file of its own. */
export async function cutFile(file: Uint8Array, { x, y, width, height }: PixelRect): Promise<Uint8Array> {
  return sharp(file).extract({ left: x, top: y, width, height }).png().toBuffer();
}
