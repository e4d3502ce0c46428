import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { aPicture, asPng, withPngChunk } from '../testPictures.ts';

/** What people send by mistake and others on purpose, by a name for it, with the code it is refused with. */
export async function hostilePictures(): Promise<
  readonly (readonly [name: string, code: string, bytes: Uint8Array])[]
> {
  const picture = aPicture({ width: 300, height: 200 });
  const image = sharp(picture.data, { raw: { width: 300, height: 200, channels: 3 } });
  const png = await asPng(picture);
  const text = (content: string) => new TextEncoder().encode(content);
  return [
    ['a damaged PNG', 'picture.corrupt', damaged(png)],
    ['a PNG cut short', 'picture.truncated', png.subarray(0, png.byteLength >> 1)],
    ['a JPEG cut short', 'picture.truncated', (await image.clone().jpeg().toBuffer()).subarray(0, 4_000)],
    ['a 1-bit PNG', 'picture.one-bit', await image.clone().png({ palette: true, colours: 2 }).toBuffer()],
    ['CMYK', 'picture.cmyk', await image.clone().toColourspace('cmyk').jpeg().toBuffer()],
    ['an animation', 'picture.animated', withPngChunk(png, 'acTL', new Uint8Array(8))],
    ['300 megapixels in the header', 'picture.too-many-pixels', hugePng(20_000, 15_000)],
    [
      'an SVG',
      'picture.unknown-type',
      text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['a text', 'picture.unknown-type', text('once upon a time, a text that was called a picture')],
  ];
}

function damaged(png: Uint8Array): Uint8Array {
  const middle = png.byteLength >> 1;
  return Uint8Array.from(png).fill(0x5a, middle, middle + 40);
}

/** A header that promises far more than the few bytes behind it. */
export function hugePng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(33);
  header.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header.set([8, 2, 0, 0, 0], 24);
  const empty = withPngChunk(Buffer.concat([header, iend]), 'IDAT', deflateSync(Buffer.alloc(100)));
  return withHeaderSum(empty);
}

const iend = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

function withHeaderSum(png: Uint8Array): Uint8Array {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(png.subarray(12, 29)));
  const whole = Uint8Array.from(png);
  whole.set(sum, 29);
  return whole;
}
