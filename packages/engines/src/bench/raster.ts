import sharp from 'sharp';

/** 8-bit sRGB, 3 interleaved samples a pixel, row-major. */
export type Rgb = { readonly width: number; readonly height: number; readonly data: Uint8Array };
/** 8 bits a pixel, 0 or 255. */
export type MaskPlane = { readonly width: number; readonly height: number; readonly data: Uint8Array };
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export async function readRgb(file: string | Buffer): Promise<Rgb> {
  const { data, info } = await sharp(file)
    .rotate()
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
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

export function cutRgb({ width, data }: Rgb, box: Box): Rgb {
  const cut = new Uint8Array(box.width * box.height * 3);
  for (let y = 0; y < box.height; y++) {
    const from = ((box.y + y) * width + box.x) * 3;
    cut.set(data.subarray(from, from + box.width * 3), y * box.width * 3);
  }
  return { width: box.width, height: box.height, data: cut };
}

/** Y of Rec. 601, 0…255. */
export function lumaOf({ width, height, data }: Rgb): Float32Array {
  const luma = new Float32Array(width * height);
  for (let at = 0; at < luma.length; at++) {
    luma[at] =
      0.299 * (data[at * 3] ?? 0) + 0.587 * (data[at * 3 + 1] ?? 0) + 0.114 * (data[at * 3 + 2] ?? 0);
  }
  return luma;
}
