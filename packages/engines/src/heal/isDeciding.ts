import type { PixelSize } from '@pinpaint/domain';

/** The longest side at which a picture is decided: there it is solved several times, and the figures are taken. */
const decidingSidePx = 128;

export function isDeciding({ width, height }: PixelSize): boolean {
  return Math.max(width, height) <= decidingSidePx;
}
