import { breathe } from '../breathe.ts';
import type { Random } from '../random.ts';
import type { FullSize } from './fullSize.ts';
import { useReach } from './kernel.ts';
import type { Reach } from './reach.ts';
import { type Ring, startRing } from './ring.ts';
import { enterHoles, enterStrip, stripRows } from './strip.ts';

export type Painting = {
  readonly reach: Reach;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** Told of each row done. */
  readonly advance: (rows: number) => void;
};

/** Fills the hole at full size from the solved field. @returns how the fill meets the known pixels. */
export async function paintFullSize(
  full: FullSize,
  { signal, advance, ...settling }: Painting,
): Promise<Ring> {
  const { width, height } = full;
  const ring = startRing(full);
  let ringAt = 0;
  for (let top = 0; top < height; top += stripRows) sketch(full, top);
  for (let top = 0; top < height; top += stripRows) {
    await breathe(signal);
    const bottom = Math.min(height, top + stripRows);
    const holes = enterStrip(full, top, bottom);
    if (holes !== null) {
      settle(full, settling);
      paint(full, holes);
      const from = ringAt;
      while ((ring.pixels[ringAt] ?? Infinity) < bottom * width) ringAt++;
      measureResiduals(full, ring, from, ringAt);
    }
    advance(bottom - top);
  }
  return ring;
}

/** A first fill without a vote: what settling compares with. */
function sketch(full: FullSize, top: number): void {
  const holes = enterHoles(full, top, Math.min(full.height, top + stripRows));
  if (holes > 0) full.kernel.calls.sketchHoles();
}

/**
 * Puts right what the solve's scale rounded away: an offset is off by up to half of one of its pixels,
 * which the neighbours' offsets and a few looks round one's own can mend. Where a patch already copies
 * as its neighbours do, nothing differs and nothing is searched.
 */
function settle({ kernel, scale }: FullSize, { reach, random }: Pick<Painting, 'reach' | 'random'>): void {
  const { calls } = kernel;
  const looksWithin = scale > 1 ? Math.ceil(scale) : 0;
  calls.scaleField();
  useReach(calls, reach);
  calls.seed(Math.floor(random() * 2 ** 32) | 0);
  calls.refreshCosts();
  calls.searchPass(0, 0, 0, looksWithin);
  calls.searchPass(0, 0, 1, looksWithin);
  calls.measureEnergies();
}

/**
 * Each pixel is copied from the one place that most speaks for: a mean of everything blurs (reference.md:
 * .78 of the truth's sharpness).
 */
function paint({ kernel, strip, places, samples, rgba, step }: FullSize, holes: number): void {
  kernel.calls.electPlaces(strip.pixels.byteOffset, holes, strip.found.byteOffset);
  for (let i = 0; i < holes; i++) {
    const pixel = strip.pixels[i] ?? 0;
    const place = strip.found[i] ?? -1;
    places[pixel] = place;
    if (place >= 0) {
      samples.copyWithin(pixel * 3, place * 3, place * 3 + 3);
      rgba.copyWithin(pixel * 4, place * 4, place * 4 + 3);
    } else {
      for (let channel = 0; channel < 3; channel++) {
        samples[pixel * 3 + channel] = step * (rgba[pixel * 4 + channel] ?? 0);
      }
    }
  }
}

function measureResiduals(
  { kernel, strip, samples, step }: FullSize,
  ring: Ring,
  from: number,
  to: number,
): void {
  strip.pixels.set(ring.pixels.subarray(from, to));
  kernel.calls.electPlaces(strip.pixels.byteOffset, to - from, strip.found.byteOffset);
  for (let index = from; index < to; index++) {
    const place = strip.found[index - from] ?? -1;
    if (place < 0) continue;
    for (let channel = 0; channel < 3; channel++) {
      const missedBy =
        (samples[(ring.pixels[index] ?? 0) * 3 + channel] ?? 0) - (samples[place * 3 + channel] ?? 0);
      ring.residuals[index * 3 + channel] = missedBy / step;
    }
  }
}
