import type { PixelSize } from '@pinpaint/domain';

/** A colour is told as well by so many pixels as by more. */
const enoughPixels = 1_000_000;

/** The size in which a match is shown its reference. */
export function enoughSize({ width, height }: PixelSize): PixelSize {
  const scale = Math.min(1, Math.sqrt(enoughPixels / (width * height)));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
