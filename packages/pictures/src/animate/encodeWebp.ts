import sharp from 'sharp';
import type { Film, FrameEncoder } from './frameEncoder.ts';

/** libwebp is given all frames at once. */
const mostBytes = 400_000_000;

/** Whether an animated WebP of this size fits into memory. */
export function fitsWebp({ width, height, frames }: Pick<Film, 'width' | 'height' | 'frames'>): boolean {
  return width * height * 3 * frames <= mostBytes;
}

/** It goes round for ever. */
export function encodeWebp({ width, height, fps, frames, outputPath }: Film): FrameEncoder {
  const all = Buffer.alloc(width * height * 3 * frames);
  let at = 0;
  return {
    says: `sharp ${sharp.versions.sharp}, libwebp ${sharp.versions.webp}`,
    async add(rgb) {
      all.set(rgb, at);
      at += rgb.length;
    },
    async finish() {
      const raw = { width, height: height * frames, channels: 3, pageHeight: height } as const;
      await sharp(all, { raw, limitInputPixels: false })
        .webp({ quality: 85, effort: 2, loop: 0, delay: delaysOf(frames, fps) })
        .toFile(outputPath);
    },
    abandon: () => undefined,
  };
}

/** Whole milliseconds that keep up with the clock. */
function delaysOf(frames: number, fps: number): number[] {
  const edge = (frame: number) => Math.round((frame * 1000) / fps);
  return Array.from({ length: frames }, (_, frame) => edge(frame + 1) - edge(frame));
}
