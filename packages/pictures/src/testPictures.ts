import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { makePicture, type Picture, type PictureFormat } from '@pinpaint/imaging';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';
import { plainTiffHeader } from './files/plainTiffHeader.ts';
import { sharpOf } from './rawPicture.ts';

/** Samples without a pattern that a lossy step, a swap or a shift could leave unnoticed. */
export function aPicture(format: Partial<PictureFormat> = {}): Picture {
  const picture = makePicture({ width: 61, height: 47, channels: 3, depth: 8, ...format });
  let state = 12345;
  for (let i = 0; i < picture.data.length; i += 1) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    picture.data[i] = state >>> 9;
  }
  return picture;
}

/** A lossless file of it; `asTiff` takes a profile too. */
export async function asPng(picture: Picture): Promise<Uint8Array> {
  return sharpOf(picture).png().toBuffer();
}

export function asTiff(picture: Picture, icc: Uint8Array | null = null): Uint8Array {
  const { data } = picture;
  const samples = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return Buffer.concat([plainTiffHeader({ ...picture, icc }), samples]);
}

/** As a camera writes it: its samples in Display P3, and turned on its side, which EXIF tells. */
export async function asTurnedJpeg(picture: Picture, orientation: number): Promise<Uint8Array> {
  const profiled = await sharpOf(picture).withIccProfile('p3').jpeg({ quality: 95 }).toBuffer();
  return sharp(profiled)
    .keepIccProfile()
    .withExif({})
    .withMetadata({ orientation })
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** Display P3 and sRGB as sharp carries them. */
export async function iccOf(name: 'p3' | 'srgb' | 'cmyk'): Promise<Uint8Array> {
  const image = sharp({ create: { width: 1, height: 1, channels: 3, background: '#808080' } });
  const tagged = await image.withIccProfile(name).tiff({ compression: 'deflate' }).toBuffer();
  const { icc } = await sharp(tagged).metadata();
  return new Uint8Array(icc ?? []);
}

/** A folder that is gone when the test is. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pinpaint-pictures-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function fileOf(bytes: Uint8Array, name = 'upload'): Promise<string> {
  const path = join(await scratchFolder(), name);
  await writeFile(path, bytes);
  return path;
}

export async function samplesOf(path: string): Promise<Picture['data']> {
  const bytes = await readFile(path);
  const { depth } = await sharp(bytes).metadata();
  const image = sharp(bytes, { ignoreIcc: true });
  if (depth !== 'ushort') return new Uint8Array(await image.toColourspace('srgb').raw().toBuffer());
  const samples = await image.toColourspace('rgb16').raw({ depth: 'ushort' }).toBuffer();
  return new Uint16Array(new Uint8Array(samples).buffer);
}

/** Puts a chunk right behind the header of a PNG. */
export function withPngChunk(png: Uint8Array, kind: string, body: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(12 + body.byteLength);
  chunk.writeUInt32BE(body.byteLength, 0);
  chunk.write(kind, 4, 'latin1');
  chunk.set(body, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + body.byteLength)), 8 + body.byteLength);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

/** By hand, since sharp converts a picture's colours when it is told to write an orientation. */
export function withOrientation(png: Uint8Array, orientation: number): Uint8Array {
  const exif = Buffer.alloc(26);
  exif.write('MM\0*', 'latin1');
  exif.writeUInt32BE(8, 4);
  exif.writeUInt16BE(1, 8);
  exif.writeUInt16BE(0x0112, 10);
  exif.writeUInt16BE(3, 12);
  exif.writeUInt32BE(1, 14);
  exif.writeUInt16BE(orientation, 18);
  return withPngChunk(png, 'eXIf', exif);
}
