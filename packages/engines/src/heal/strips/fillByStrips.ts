import type { RgbCrop } from '../../engine.ts';
import type { Random } from '../../random.ts';
import type { Level } from '../level.ts';
import type { RolePlane } from '../pixelRole.ts';
import type { Pyramid } from '../pyramid.ts';
import { layStrips, type Samples } from './layStrips.ts';
import { type Piece, planStrips } from './planStrips.ts';
import { growingSides, type Side } from './side.ts';

/** The longest side of what is planned at: a plan compares all lines with all. */
const planSidePx = 512;
/**
 * Where strips show more (`Strips.shows`) the picture does not go on along its lines. Boards: .25 and .36 (wide-16x9);
 * whatever has no such lines: .6 and more.
 */
const mostShown = 0.45;

export type StripsRequest = {
  readonly crop: RgbCrop;
  readonly plane: RolePlane;
  readonly pyramid: Pyramid;
  /** See `planStrips`. */
  readonly random: Random | null;
  readonly signal: AbortSignal;
};

/** @returns the crop's samples with whole lines laid on where it grows; null where these would not meet */
export async function fillByStrips({
  crop,
  plane,
  pyramid,
  random,
  signal,
}: StripsRequest): Promise<Samples | null> {
  const level = planLevel(pyramid);
  const sides = growingSides(plane);
  const small = level && growingSides(level);
  if (!sides || !small || sides.length !== small.length) return null;
  const plans: { readonly side: Side; readonly pieces: readonly Piece[]; readonly scale: number }[] = [];
  for (const [index, side] of sides.entries()) {
    const planned = small[index];
    const strips = planned && (await planStrips(level, planned, random, signal));
    if (!strips || strips.shows > mostShown) return null;
    plans.push({ side, pieces: strips.pieces, scale: side.known / planned.known });
  }
  const samples = crop.data.slice();
  const step = crop.depth === 16 ? 257 : 1;
  for (const { side, ...plan } of plans) await layStrips({ samples, step, side }, { ...plan, signal });
  return samples;
}

function planLevel({ levels }: Pyramid): Level | undefined {
  return levels.findLast(({ width, height }) => Math.max(width, height) <= planSidePx);
}
