import { distanceField } from '@pinpaint/imaging';
import type { RgbCrop } from '../engine.ts';
import type { Outline } from './outline.ts';
import { createUnmix } from './unmix.ts';

/** How much of each pixel is the thing, and of which colour the thing is where it mixes with a neighbour. */
export type Matte = Omit<Outline, 'label' | 'softPx'> & {
  /** 0…255. */
  readonly alpha: Uint8Array;
  /** Of each pixel, its place in `own`; −1 where the pixel's own samples are the thing's. */
  readonly mixed: Int32Array;
  /** The thing's share of mixed pixels: R, G, B in samples of the crop's depth. */
  readonly own: Float32Array;
};

/** Less than this share is noise, and neighbours are not to change. */
const leastAlpha = 0.06;
/** How far a share may be from what the outline makes expect; then from what its neighbours do. */
const firstDoubt = 0.25;
const secondDoubt = 0.06;

/** Only pixels near the outline's border are mixed; the thing's colour there is estimated from beyond the mix. */
export function matteOf(crop: RgbCrop, outline: Outline): Matte {
  const { left, top, width, height, label, softPx } = outline;
  const alpha = label.map((value) => value * 255);
  const mixed = new Int32Array(width * height).fill(-1);
  const own: number[] = [];
  const toThing = distanceField(label, outline, softPx);
  const toRest = distanceField(
    label.map((value) => 1 - value),
    outline,
    softPx,
  );
  const soft = label.map((value, i) =>
    ((value === 1 ? toRest[i] : toThing[i]) ?? 0) <= softPx * softPx ? 1 : 0,
  );
  const unmix = createUnmix(crop, outline, soft);
  const guess = Float32Array.from(label);
  for (let i = 0; i < soft.length; i += 1) {
    if (soft[i] === 0) continue;
    const isThing = label[i] === 1;
    const depth = Math.sqrt((isThing ? toRest[i] : toThing[i]) ?? 0) - 0.5;
    const expected = Math.min(1, Math.max(0, 0.5 + (isThing ? depth : -depth) / (0.9 * softPx)));
    guess[i] = unmix(i, expected, firstDoubt)?.alpha ?? guess[i] ?? 0;
  }
  for (let i = 0; i < soft.length; i += 1) {
    if (soft[i] === 0) continue;
    const share = unmix(i, medianAround(guess, i, width), secondDoubt);
    if (!share) continue;
    alpha[i] = share.alpha < leastAlpha ? 0 : Math.round(share.alpha * 255);
    if (alpha[i] === 0 || share.alpha > 0.995) continue;
    mixed[i] = own.length / 3;
    own.push(share.r, share.g, share.b);
  }
  return { left, top, width, height, alpha, mixed, own: Float32Array.from(own) };
}

const nine = new Float32Array(9);

function medianAround(plane: Float32Array, i: number, width: number): number {
  let count = 0;
  for (let row = i - width; row <= i + width; row += width) {
    for (let j = row - 1; j <= row + 1; j += 1) {
      nine[count] = plane[j] ?? plane[i] ?? 0;
      count += 1;
    }
  }
  return nine.sort()[4] ?? 0;
}
