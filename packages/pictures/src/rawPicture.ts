import type { Picture, PictureFormat } from '@pinpaint/imaging';
import sharp, { type Sharp } from 'sharp';

/** sharp goes to 8 bits without a word unless both its colour space and its output are told otherwise. */
export async function rawPicture(image: Sharp, depth: Picture['depth']): Promise<Picture> {
  const { data, info } = await withDepth(image, depth)
    .raw({ depth: depth === 16 ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return pictureOf(data, { ...info, channels: colourChannels(info.channels), depth });
}

/** Grey becomes RGB by repeating its sample; nothing else changes. */
export function withDepth(image: Sharp, depth: Picture['depth']): Sharp {
  return image.toColourspace(depth === 16 ? 'rgb16' : 'srgb');
}

/** The way back: a picture's samples as a source for sharp. */
export function sharpOf(picture: Picture): Sharp {
  const { width, height, channels, depth, data } = picture;
  return withDepth(sharp(data, { raw: { width, height, channels } }), depth);
}

function pictureOf(bytes: Buffer, { width, height, channels, depth }: PictureFormat): Picture {
  const format = { width, height, channels };
  if (depth === 8) {
    return { ...format, depth, data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  }
  // Sixteen-bit views need an even start, which a slice of a shared buffer may lack.
  const even = bytes.byteOffset % 2 === 0 ? bytes : Buffer.from(bytes);
  return { ...format, depth, data: new Uint16Array(even.buffer, even.byteOffset, even.byteLength / 2) };
}

function colourChannels(channels: number): 3 | 4 {
  if (channels === 3 || channels === 4) return channels;
  throw new Error(`A picture of ${channels} channels where 3 or 4 were promised`);
}
