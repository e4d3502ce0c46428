import { readFile, stat } from 'node:fs/promises';
import { err, ok, type PixelSize, type Result } from '@pinpaint/domain';
import sharp from 'sharp';
import { inspectPicture, type PictureError } from '../facts/inspectPicture.ts';
import { pictureType, readAt } from '../facts/pictureType.ts';
import type { RgbaPlane } from '../rgbaPlane.ts';
import { inspectSvg, looksLikeSvg, type SvgError } from './inspectSvg.ts';
import { artworkSize, rasteriseArtwork } from './rasteriseArtwork.ts';

export type ArtworkFacts = PixelSize & {
  readonly mediaType: 'image/png' | 'image/svg+xml';
  /** What screens show: a PNG of at most `previewPx` a side. */
  readonly preview: Uint8Array;
};

export type ArtworkError =
  | PictureError
  | SvgError
  /** Neither PNG nor SVG. */
  | { readonly code: 'artwork.wrong-type' }
  /** Nothing of it can be seen. */
  | { readonly code: 'artwork.transparent' };

/** A brand's mark on a billboard needs no more; an SVG of this size is a photograph traced by a machine. */
export const artworkLimits = {
  pngBytes: 30 * 1024 * 1024,
  svgBytes: 4 * 1024 * 1024,
  megapixels: 50,
} as const;
const previewPx = 1_024;

/** Decides whether a file can be placed on pictures, and draws it once. */
export async function inspectArtwork(path: string): Promise<Result<ArtworkFacts, ArtworkError>> {
  const head = await readAt(path, 0, 256);
  if (pictureType(head) === 'png') return inspectPng(path);
  return looksLikeSvg(head) ? inspectDrawing(path) : err({ code: 'artwork.wrong-type' });
}

async function inspectPng(path: string): Promise<Result<ArtworkFacts, ArtworkError>> {
  const facts = await inspectPicture(path, {
    maxBytes: artworkLimits.pngBytes,
    maxMegapixels: artworkLimits.megapixels,
  });
  if (!facts.ok) return facts;
  const { width, height } = facts.value;
  return drawn(await readFile(path), { width, height, mediaType: 'image/png' });
}

async function inspectDrawing(path: string): Promise<Result<ArtworkFacts, ArtworkError>> {
  const { size: bytes } = await stat(path);
  const maxBytes = artworkLimits.svgBytes;
  if (bytes > maxBytes) return err({ code: 'picture.too-large', bytes, maxBytes });
  const file = await readFile(path);
  const read = inspectSvg(file);
  if (!read.ok) return read;
  try {
    const { width, height } = await artworkSize(file);
    return await drawn(file, { width, height, mediaType: 'image/svg+xml' });
  } catch {
    return err({ code: 'artwork.unreadable-svg' });
  }
}

async function drawn(
  file: Uint8Array,
  facts: Omit<ArtworkFacts, 'preview'>,
): Promise<Result<ArtworkFacts, ArtworkError>> {
  const scale = previewPx / Math.max(facts.width, facts.height);
  const plane = await rasteriseArtwork(file, {
    width: Math.max(1, Math.round(facts.width * scale)),
    height: Math.max(1, Math.round(facts.height * scale)),
  });
  if (!showsAnything(plane)) return err({ code: 'artwork.transparent' });
  return ok({ ...facts, preview: await previewOf(plane) });
}

function showsAnything({ data }: RgbaPlane): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) return true;
  return false;
}

function previewOf({ width, height, data }: RgbaPlane): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .resize(previewPx, previewPx, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer();
}
