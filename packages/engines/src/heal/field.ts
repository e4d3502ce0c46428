import type { PixelSize } from '@pinpaint/domain';
import type { Random } from '../random.ts';
import { enterLevel } from './enterLevel.ts';
import type { Kernel } from './kernel.ts';
import type { Level } from './level.ts';
import { patchRadius } from './patchWindow.ts';
import { isInReach, type Reach } from './reach.ts';

/**
 * Where each target patch takes its pixels from. Planes of the level's size, of meaning only at its targets.
 * `source`: centre of the patch copied, −1 where there is no target or nothing was found for it yet.
 * `cost`: the weighted sum of squared differences of the two patches. `energy`: the weighted mean of it, −1
 * without a source. `perWeight`: one over what the patch weighs.
 */
export type Field = {
  readonly source: Int32Array;
  readonly cost: Int32Array;
  readonly energy: Float32Array;
  readonly perWeight: Float32Array;
};

/** Some targets of a level with a narrow reach have no source at all; they are left to their neighbours. */
const randomTries = 16;

/** Nothing found yet. */
export function makeField({ width, height }: PixelSize, kernel: Kernel): Field {
  const length = width * height;
  // A vote near the picture's edge looks for patches past it, and has to find none there.
  const margin = patchRadius * (width + 1);
  const source = kernel.ints(length + 2 * margin).fill(-1);
  return {
    source: source.subarray(margin, margin + length),
    cost: kernel.ints(length),
    energy: kernel.floats(length),
    perWeight: kernel.floats(length),
  };
}

/** Gives each target a source from anywhere in reach. */
export function guessField({ field, ...level }: Level, reach: Reach, random: Random): void {
  for (const target of level.targets) field.source[target] = anySource(level, target, reach, random);
}

/** Takes over a coarser level's field at twice its size: neighbours that were copied together stay together. */
export function doubleField(coarse: Level, level: Level): void {
  const calls = enterLevel(level);
  calls.useCoarse(coarse.width, coarse.height, coarse.field.source.byteOffset, coarse.rgba.byteOffset, 2);
  calls.scaleField();
}

function anySource(
  { sources, width }: Pick<Level, 'sources' | 'width'>,
  target: number,
  reach: Reach,
  random: Random,
): number {
  for (let attempt = 0; attempt < randomTries; attempt++) {
    const source = sources[Math.floor(random() * sources.length)] ?? -1;
    if (source >= 0 && isInReach(reach, width, target, source)) return source;
  }
  return -1;
}
