import type { PixelSize } from '@pinpaint/domain';
import type { Level } from './level.ts';
import { centreNear } from './patchWindow.ts';
import type { SelfMatches } from './selfMatches.ts';

/**
 * What has no like anywhere in the picture (a face, an emblem) most likely has none behind the hole either.
 * Share of its difference to its nearest like that a source costs beside its difference to the target:
 * on 60 seeded holes .3 gives PSNR +.3 and SWD −3 %; more only makes fills smoother.
 */
const share = 0.3;

/** Makes sources dear that the picture has only once; `levels`: any scales of the same picture. */
export function priceRarity(levels: readonly Level[], { level: small }: SelfMatches): void {
  for (const { sources, prices, ...size } of levels) {
    for (const at of sources) {
      prices[at] = share * Math.max(0, small.field.energy[placeIn(small, size, at)] ?? 0);
    }
  }
}

/** The patch of `small` that lies where a pixel of another scale does. */
function placeIn(small: PixelSize, { width, height }: PixelSize, pixel: number): number {
  const x = pixel % width;
  const y = (pixel - x) / width;
  return centreNear(small, Math.floor(x * (small.width / width)), Math.floor(y * (small.height / height)));
}
