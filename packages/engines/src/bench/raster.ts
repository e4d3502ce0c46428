import type { PixelRect } from '@pinpaint/domain';
import { cropPicture, type Picture } from '@pinpaint/imaging';
import sharp from 'sharp';
import { lumaOf } from '../grade/luma.ts';

/** 8-bit sRGB without alpha. */
export type Rgb = Picture & { readonly channels: 3; readonly depth: 8; readonly data: Uint8Array };
/** 8 bits a pixel, 0 or 255. */
export type MaskPlane = { readonly width: number; readonly height: number; readonly data: Uint8Array };

export async function readRgb(file: string | Buffer): Promise<Rgb> {
  const { data, info } = await sharp(file)
    .rotate()
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return rgb(info.width, info.height, new Uint8Array(data));
}

export async function writeRgb(file: string, { width, height, data }: Rgb): Promise<void> {
  await sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 3 })
    .toFile(file);
}

export async function writeMask(file: string, { width, height, data }: MaskPlane): Promise<void> {
  await sharp(data, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toFile(file);
}

export function rgb(width: number, height: number, data: Uint8Array): Rgb {
  return { width, height, channels: 3, depth: 8, data };
}

export function cutRgb(picture: Rgb, box: PixelRect): Rgb {
  const { data } = cropPicture({ x: 0, y: 0, picture }, box).picture;
  return rgb(box.width, box.height, Uint8Array.from(data));
}

/** Y of each pixel, 0…255. */
export function lumaPlane({ width, height, data }: Rgb): Float32Array {
  const luma = new Float32Array(width * height);
  for (let at = 0; at < luma.length; at++) {
    luma[at] = lumaOf(data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0);
  }
  return luma;
}
