import { pngColourType, readPngHeader } from '../facts/pngHeader.ts';

export type PngError = {
  readonly code:
    | 'png.unreadable'
    | 'png.wrong-size'
    /** Another depth or other channels than agreed, or animated. */
    | 'png.wrong-kind'
    | 'png.corrupt';
};

export type PngKind = {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: 8 | 16;
  readonly colour: keyof typeof pngColourType;
};

/** What a sender who isn't trusted says in the header, before one byte is unpacked. */
export function checkPng(png: Uint8Array, wanted: PngKind): PngError | null {
  const header = readPngHeader(png);
  if (!header) return { code: 'png.unreadable' };
  if (header.width !== wanted.width || header.height !== wanted.height) return { code: 'png.wrong-size' };
  const sameKind =
    header.bitDepth === wanted.bitDepth &&
    header.colourType === pngColourType[wanted.colour] &&
    !header.animated;
  return sameKind ? null : { code: 'png.wrong-kind' };
}
