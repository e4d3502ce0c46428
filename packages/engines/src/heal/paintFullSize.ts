import { breathe } from '../breathe.ts';
import { scaledSource } from './field.ts';
import { type FieldStrip, fieldStrip, type Settling, settleStrip } from './fieldStrip.ts';
import type { FullSize } from './fullSize.ts';
import { type Ballot, lastVote } from './lastVote.ts';
import { patchRadius } from './patchWindow.ts';
import { pixelRole } from './pixelRole.ts';
import { type Ring, startRing } from './ring.ts';

/** Bounds what the field takes at full size, whatever the picture's: 12 bytes a pixel of one strip. */
const stripRows = 64;

export type Painting = Settling & {
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
  const ballot = lastVote(full);
  let ringIndex = 0;
  sketch(full);
  for (let top = 0; top < height; top += stripRows) {
    await breathe(signal);
    const bottom = Math.min(height, top + stripRows);
    const strip = fieldStrip(full, Math.max(0, top - patchRadius), Math.min(height, bottom + patchRadius));
    settleStrip(full, strip, settling);
    paintRows(full, strip, ballot, top, bottom);
    for (; (ring.pixels[ringIndex] ?? Infinity) < bottom * width; ringIndex++) {
      measureResidual(full, strip, ballot, ring, ringIndex);
    }
    advance(bottom - top);
  }
  return ring;
}

/** A first fill without a vote, each pixel straight from where its own patch points: what settling compares with. */
function sketch(full: FullSize): void {
  const { roles, samples, solved, copyable, step } = full;
  for (let pixel = 0; pixel < roles.length; pixel++) {
    if (roles[pixel] !== pixelRole.hole) continue;
    const from = scaledSource(solved.level, solved.level.field, full, pixel, solved.scale);
    if (copyable[from] === 1) {
      samples.copyWithin(pixel * 3, from * 3, from * 3 + 3);
      continue;
    }
    const cell = cellOf(full, pixel);
    for (let channel = 0; channel < 3; channel++) {
      samples[pixel * 3 + channel] = step * (solved.level.rgba[cell * 4 + channel] ?? 0);
    }
  }
}

function cellOf({ width, solved }: FullSize, pixel: number): number {
  const x = pixel % width;
  const y = (pixel - x) / width;
  return Math.floor(y / solved.scale) * solved.level.width + Math.floor(x / solved.scale);
}

function paintRows(full: FullSize, strip: FieldStrip, ballot: Ballot, top: number, bottom: number): void {
  const { roles, samples, places, width } = full;
  const colour = new Float64Array(3);
  for (let pixel = top * width; pixel < bottom * width; pixel++) {
    if (roles[pixel] !== pixelRole.hole) continue;
    const place = ballot(strip, pixel, colour);
    if (place < 0) continue;
    places[pixel] = place;
    for (let channel = 0; channel < 3; channel++) {
      samples[pixel * 3 + channel] = Math.round(colour[channel] ?? 0);
    }
  }
}

function measureResidual(full: FullSize, strip: FieldStrip, ballot: Ballot, ring: Ring, index: number): void {
  const colour = new Float64Array(3);
  const pixel = ring.pixels[index] ?? 0;
  if (ballot(strip, pixel, colour) < 0) return;
  for (let channel = 0; channel < 3; channel++) {
    const missedBy = (full.samples[pixel * 3 + channel] ?? 0) - (colour[channel] ?? 0);
    ring.residuals[index * 3 + channel] = missedBy / full.step;
  }
}
