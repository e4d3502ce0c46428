import type { RgbCrop } from '../engine.ts';
import type { FullSize } from './fullSize.ts';

/** How different (8-bit steps, any channel) the old picture must be from the fill to count as what was removed… */
const surelyOther = 36;
/** …and up to where it is the same thing, to be blended as the feather says. */
const surelySame = 16;

/**
 * Under a feather the old picture shines through; round a tightly drawn region that is the rim of the very
 * thing to be removed. There the patch leans to the other side by as much, so that what is seen is the fill.
 * It never needs more alpha than is permitted, and a layer faded by its opacity still fades evenly.
 */
export function counterFeather(full: FullSize, crop: RgbCrop, permittedAlpha: Uint8Array): void {
  const { samples, step } = full;
  const largest = 255 * step;
  for (let pixel = 0; pixel < permittedAlpha.length; pixel++) {
    const alpha = permittedAlpha[pixel] ?? 0;
    if (alpha === 0 || alpha === 255) continue;
    const lean = (otherness(samples, crop.data, pixel, step) * (255 - alpha)) / alpha;
    if (lean === 0) continue;
    for (let at = pixel * 3; at < pixel * 3 + 3; at++) {
      const fill = samples[at] ?? 0;
      const leaning = fill + lean * (fill - (crop.data[at] ?? 0));
      samples[at] = Math.min(largest, Math.max(0, Math.round(leaning)));
    }
  }
}

/** 0: the same thing as the fill; 1: surely another. */
function otherness(
  fill: Uint8Array | Uint16Array,
  old: Uint8Array | Uint16Array,
  pixel: number,
  step: number,
): number {
  let most = 0;
  for (let at = pixel * 3; at < pixel * 3 + 3; at++) {
    most = Math.max(most, Math.abs((fill[at] ?? 0) - (old[at] ?? 0)));
  }
  return Math.min(1, Math.max(0, (most / step - surelySame) / (surelyOther - surelySame)));
}
