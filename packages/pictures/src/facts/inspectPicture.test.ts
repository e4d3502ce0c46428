import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aPicture, asPng, asTiff, fileOf, iccOf, withOrientation, withPngChunk } from '../testPictures.ts';
import { inspectPicture } from './inspectPicture.ts';

const limits = { maxBytes: 10_000_000, maxMegapixels: 120 };
const picture = aPicture({ width: 300, height: 200 });
const raw = { width: 300, height: 200, channels: 3 } as const;
const image = () => sharp(picture.data, { raw });
const grey = () =>
  sharp(picture.data.slice(0, 60_000), { raw: { ...raw, channels: 1 } }).toColourspace('b-w');

async function codeOf(bytes: Uint8Array, name?: string): Promise<string> {
  const inspected = await inspectPicture(await fileOf(bytes, name), limits);
  return inspected.ok ? 'accepted' : inspected.error.code;
}

describe('what comes in', () => {
  it.each([
    ['png', () => image().png().toBuffer(), { depth: 8, channels: 3 }],
    ['png', () => asPng(aPicture({ ...raw, depth: 16, channels: 4 })), { depth: 16, channels: 4 }],
    ['png', () => image().png({ palette: true, colours: 200 }).toBuffer(), { depth: 8, channels: 3 }],
    ['png', () => grey().png().toBuffer(), { depth: 8, channels: 3 }],
    ['jpeg', () => image().jpeg({ progressive: true }).toBuffer(), { depth: 8, channels: 3 }],
    ['webp', () => image().webp().toBuffer(), { depth: 8, channels: 3 }],
    ['tiff', async () => asTiff(aPicture({ ...raw, depth: 16 })), { depth: 16, channels: 3 }],
  ] as const)('%s, case %#', async (type, make, facts) => {
    const bytes = await make();
    expect(await inspectPicture(await fileOf(bytes), limits)).toEqual({
      ok: true,
      value: { type, width: 300, height: 200, bytes: bytes.byteLength, profile: null, ...facts },
    });
  });

  it('is one picture when its pages are a pyramid, as our own masters’ are', async () => {
    const pyramid = await image()
      .tiff({ pyramid: true, tile: true, tileWidth: 64, tileHeight: 64 })
      .toBuffer();
    expect(await inspectPicture(await fileOf(pyramid), limits)).toMatchObject({
      value: { width: 300, height: 200 },
    });
  });

  it('whatever it is called', async () => {
    expect(await codeOf(await image().png().toBuffer(), 'photo.jpg')).toBe('accepted');
  });

  it('is measured as people see it', async () => {
    const path = await fileOf(withOrientation(await asPng(picture), 6));
    expect(await inspectPicture(path, limits)).toMatchObject({ value: { width: 200, height: 300 } });
  });

  it('is told its profile', async () => {
    const path = await fileOf(asTiff(picture, await iccOf('p3')));
    expect(await inspectPicture(path, limits)).toMatchObject({
      value: {
        profile: { name: expect.stringMatching(/P3/), digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    });
  });
});

describe('what is refused by its kind', () => {
  const animation = () =>
    sharp(aPicture({ width: 300, height: 400 }).data, {
      raw: { width: 300, height: 400, channels: 3, pageHeight: 200 },
    });
  const text = (content: string) => async () => new TextEncoder().encode(content);

  it.each([
    ['text called .png', 'picture.unknown-type', text('once upon a time, a text that was called a picture')],
    ['nothing', 'picture.unknown-type', text('')],
    ['SVG', 'picture.unknown-type', text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['GIF', 'picture.unknown-type', () => image().gif().toBuffer()],
    ['AVIF', 'picture.unknown-type', () => image().avif({ effort: 0 }).toBuffer()],
    ['CMYK JPEG', 'picture.cmyk', () => image().toColourspace('cmyk').jpeg().toBuffer()],
    ['CMYK TIFF', 'picture.cmyk', () => image().toColourspace('cmyk').tiff().toBuffer()],
    ['1-bit PNG', 'picture.one-bit', () => image().png({ palette: true, colours: 2 }).toBuffer()],
    ['4-bit PNG', 'picture.one-bit', () => image().png({ palette: true, colours: 16 }).toBuffer()],
    ['1-bit TIFF', 'picture.one-bit', () => grey().tiff({ bitdepth: 1 }).toBuffer()],
    ['float TIFF', 'picture.float', async () => floatTiff()],
    ['animated WebP', 'picture.animated', () => animation().webp().toBuffer()],
    ['TIFF of two pages', 'picture.animated', () => animation().tiff().toBuffer()],
    ['APNG', 'picture.animated', async () => withPngChunk(await asPng(picture), 'acTL', new Uint8Array(8))],
    ['print profile', 'picture.unsupported-profile', async () => asTiff(picture, await iccOf('cmyk'))],
    ['grey profile', 'picture.grey-profile', async () => asTiff(picture, await greyProfile())],
  ] as const)('%s: %s', async (_, code, make) => {
    expect(await codeOf(await make(), 'photo.png')).toBe(code);
  });
});

describe('what is refused by its size', () => {
  it('more bytes than allowed', async () => {
    const bytes = await image().png().toBuffer();
    const path = await fileOf(bytes);
    const maxBytes = bytes.byteLength - 1;
    expect(await inspectPicture(path, { ...limits, maxBytes })).toEqual({
      ok: false,
      error: { code: 'picture.too-large', bytes: bytes.byteLength, maxBytes },
    });
  });

  it('300 megapixels, by the header alone', async () => {
    expect(await inspectPicture(await fileOf(hugePng(20_000, 15_000)), limits)).toEqual({
      ok: false,
      error: { code: 'picture.too-many-pixels', megapixels: 300, maxMegapixels: 120 },
    });
  });

  it('a header that promises more than the file has, within the limit', async () => {
    expect(await codeOf(hugePng(10_000, 10_000))).toBe('picture.corrupt');
  });
});

describe('what is refused by its state', () => {
  const kinds = [
    ['JPEG', () => image().jpeg().toBuffer()],
    ['progressive JPEG', () => image().jpeg({ progressive: true }).toBuffer()],
    ['PNG', () => image().png().toBuffer()],
    ['interlaced PNG', () => image().png({ progressive: true }).toBuffer()],
    ['WebP', () => image().webp().toBuffer()],
    ['TIFF', () => image().tiff({ compression: 'deflate' }).toBuffer()],
    ['TIFF with its directory first', async () => asTiff(picture)],
  ] as const;

  it.each(kinds)('%s cut short anywhere', async (_, make) => {
    const bytes = await make();
    for (const part of [0.1, 0.5, 0.98]) {
      expect(await codeOf(bytes.subarray(0, Math.floor(bytes.byteLength * part)))).toBe('picture.truncated');
    }
  });

  it.each([
    ['PNG', () => image().png().toBuffer()],
    ['interlaced PNG', () => image().png({ progressive: true }).toBuffer()],
    // The others carry no checksum: what still decodes is a picture, if not the one that was sent.
  ] as const)('%s with damage in the middle', async (_, make) => {
    const bytes = Buffer.from(await make());
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0x5a, middle, middle + 40);
    expect(await codeOf(bytes)).toBe('picture.corrupt');
  });

  it('only a beginning that looks right', async () => {
    expect(await codeOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500)]))).toMatch(
      /^picture\.(corrupt|truncated)$/,
    );
  });
});

/** A well-formed PNG but for what it promises: its pixels are those of a row or less. */
function hugePng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const place = Buffer.concat([signature, Buffer.alloc(25)]);
  const chunk = (kind: string, body: Uint8Array) => withPngChunk(place, kind, body).subarray(33);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** 32-bit floats: bits per sample and sample format rewritten in a TIFF of ours. */
function floatTiff(): Uint8Array {
  const width = 8;
  const entries = [
    [256, 4, 1, width],
    [257, 4, 1, 8],
    [258, 3, 1, 32],
    [259, 3, 1, 1],
    [262, 3, 1, 1],
    [273, 4, 1, 142],
    [277, 3, 1, 1],
    [278, 4, 1, 8],
    [279, 4, 1, 256],
    [339, 3, 1, 3],
  ] as const;
  const bytes = Buffer.alloc(142 + 256);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag, type, count, value], i) => {
    bytes.writeUInt16LE(tag, 10 + i * 12);
    bytes.writeUInt16LE(type, 12 + i * 12);
    bytes.writeUInt32LE(count, 14 + i * 12);
    bytes.writeUInt32LE(value, 18 + i * 12);
  });
  return bytes;
}

async function greyProfile(): Promise<Uint8Array> {
  const icc = await iccOf('p3');
  icc.set(new TextEncoder().encode('GRAY'), 16);
  return icc;
}
