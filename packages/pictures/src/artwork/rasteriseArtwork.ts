import type { PixelSize } from '@pinpaint/domain';
import sharp, { type Sharp } from 'sharp';
import { openPicture } from '../openPicture.ts';
import { looksLikeSvg } from './inspectSvg.ts';

/** RGBA8, row-major, straight alpha, sRGB; length = width × height × 4. */
export type RgbaPlane = PixelSize & { readonly data: Uint8Array };

/** What an engine is given at the most: 64 MB. */
const mostPixels = 16_000_000;
/** A drawing that takes longer was made to. */
const limitSeconds = 20;
/** Of an SVG's own units, which is what librsvg draws one pixel for. */
const plainDensity = 72;

/**
 * An artwork as samples, with at least as many as asked for where it has them: a drawing is drawn at that size, and a
 * picture is never enlarged. What keeps its shape best is chosen, so a side may be a pixel longer than asked.
 */
export async function rasteriseArtwork(file: Uint8Array, wanted: PixelSize): Promise<RgbaPlane> {
  return looksLikeSvg(file.subarray(0, 256)) ? drawSvg(file, wanted) : decodePng(file);
}

/** The size of an artwork: a drawing's own units, rounded up to whole ones. */
export async function artworkSize(file: Uint8Array): Promise<PixelSize> {
  const { width, height } = await sharp(file, { limitInputPixels: false }).metadata();
  return { width, height };
}

async function drawSvg(file: Uint8Array, wanted: PixelSize): Promise<RgbaPlane> {
  const own = await artworkSize(file);
  const scale = Math.max(wanted.width / own.width, wanted.height / own.height);
  const fitting = Math.min(scale, Math.sqrt(mostPixels / (own.width * own.height)));
  const density = Math.min(100_000, Math.max(1, plainDensity * fitting));
  return planeOf(sharp(file, { density, limitInputPixels: mostPixels * 1.1 }));
}

async function decodePng(file: Uint8Array): Promise<RgbaPlane> {
  const picture = openPicture(file, { applyProfile: true });
  const { width, height, icc } = await picture.metadata();
  const scale = Math.min(1, Math.sqrt(mostPixels / (width * height)));
  if (scale < 1) picture.resize(Math.floor(width * scale));
  // Only where it has a profile: with a target named, 16-bit pictures without one are taken for Display P3.
  return planeOf(icc ? picture.withIccProfile('srgb', { attach: false }) : picture);
}

async function planeOf(picture: Sharp): Promise<RgbaPlane> {
  const { data, info } = await picture
    .timeout({ seconds: limitSeconds })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 4) throw new Error(`An artwork of ${info.channels} channels`);
  return {
    width: info.width,
    height: info.height,
    data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  };
}
