import type { PixelSize } from '@pinpaint/domain';
import sharp from 'sharp';
import { openPicture } from '../openPicture.ts';
import { type RgbaPlane, rgbaPlane } from '../rgbaPlane.ts';
import { looksLikeSvg } from './inspectSvg.ts';

/** What an engine is given at the most: 64 MB. */
const mostPixels = 16_000_000;
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
  const drawing = sharp(file, { density, limitInputPixels: mostPixels * 1.1 });
  return rgbaPlane(drawing, { hasProfile: false });
}

async function decodePng(file: Uint8Array): Promise<RgbaPlane> {
  const picture = openPicture(file, { applyProfile: true });
  const { width, height, icc } = await picture.metadata();
  const scale = Math.min(1, Math.sqrt(mostPixels / (width * height)));
  if (scale < 1) picture.resize(Math.floor(width * scale));
  return rgbaPlane(picture, { hasProfile: icc !== undefined });
}
