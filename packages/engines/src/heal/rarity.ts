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
  for (const { width, height, sources, prices } of levels) {
    const place = placeIn({ width, height }, small);
    for (const at of sources) prices[at] = share * Math.max(0, small.field.energy[place(at)] ?? 0);
  }
}

/** From a pixel of one scale to the patch of another that lies there. */
function placeIn(size: PixelSize, small: PixelSize): (pixel: number) => number {
  const [across, down] = [small.width / size.width, small.height / size.height];
  return (pixel) => {
    const x = pixel % size.width;
    const y = (pixel - x) / size.width;
    return centreNear(small, Math.floor(x * across), Math.floor(y * down));
  };
}
