import type { PixelSize } from '../geometry/region.ts';
import type { UpscaleStep } from './steps.ts';

/** As many as a blob may hold, at 4 × 16 bits. */
const mostPixels = 500_000_000;

/** Of the picture before: by the thin network and the thick one, on two cores (`npm run bench -- engines`). */
const secondsPerMegapixel = { 2: 9, 4: 214 } as const satisfies Record<UpscaleStep['scale'], number>;

export type ExpectedUpscale = PixelSize & { readonly seconds: number; readonly isTooLarge: boolean };

/** What enlarging will make, and for how long: with ×4 a camera's picture takes the better part of an hour. */
export function expectUpscale({ width, height }: PixelSize, scale: UpscaleStep['scale']): ExpectedUpscale {
  return {
    width: width * scale,
    height: height * scale,
    seconds: ((width * height) / 1e6) * secondsPerMegapixel[scale],
    isTooLarge: width * height * scale ** 2 > mostPixels,
  };
}
