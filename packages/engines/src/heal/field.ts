import type { PixelSize } from '@pinpaint/domain';
import type { Level } from './level.ts';
import { patchDistance } from './patchDistance.ts';
import { patchRadius } from './patchWindow.ts';
import type { Random } from './random.ts';
import { isInReach, type Reach } from './reach.ts';

/**
 * Where each target patch takes its pixels from. Planes of the level's size, of meaning only at its targets.
 * `source`: centre of the patch copied, −1 where there is no target or nothing was found for it yet.
 * `cost`: its `patchDistance`.
 */
export type Field = { readonly source: Int32Array; readonly cost: Int32Array };

/** The cost of a target without a source. */
const noLimit = 0x7fffffff;
/** Some targets of a level with a narrow reach have no source at all; they are left to their neighbours. */
const randomTries = 16;

export function randomField(level: Level, reach: Reach, random: Random): Field {
  const field = emptyField(level);
  for (const target of level.targets) field.source[target] = anySource(level, target, reach, random);
  return field;
}

/** A coarser level's field at twice its size: neighbours that were copied together stay together. */
export function doubleField(coarse: Level, coarseField: Field, level: Level): Field {
  const field = emptyField(level);
  for (const target of level.targets) {
    const source = scaledSource(coarse, coarseField, level, target, 2);
    if (level.copyable[source] === 1) field.source[target] = source;
  }
  return field;
}

/**
 * The source that a coarser field means for a pixel of a plane `scale` times larger: the same offset,
 * scaled. Always a possible patch centre; −1 where the coarse field says nothing.
 */
export function scaledSource(
  coarse: PixelSize,
  coarseField: Field,
  size: PixelSize,
  target: number,
  scale: number,
): number {
  const x = target % size.width;
  const y = (target - x) / size.width;
  const from = centreNear(coarse, Math.floor(x / scale), Math.floor(y / scale));
  const to = coarseField.source[from] ?? -1;
  if (to < 0) return -1;
  const fromX = from % coarse.width;
  const toX = to % coarse.width;
  const dy = (to - toX - (from - fromX)) / coarse.width;
  return centreNear(size, x + Math.round((toX - fromX) * scale), y + Math.round(dy * scale));
}

/** Colours change with each vote: what was measured before no longer holds. */
export function refreshCosts(level: Level, { source, cost }: Field): void {
  for (const target of level.targets) {
    const from = source[target] ?? -1;
    cost[target] = from < 0 ? noLimit : patchDistance(level, target, from, noLimit);
  }
}

/** The patch centre nearest to a pixel: patches lie wholly inside the picture. */
function centreNear({ width, height }: PixelSize, x: number, y: number): number {
  const column = Math.min(width - 1 - patchRadius, Math.max(patchRadius, x));
  const row = Math.min(height - 1 - patchRadius, Math.max(patchRadius, y));
  return row * width + column;
}

function anySource({ sources, width }: Level, target: number, reach: Reach, random: Random): number {
  for (let attempt = 0; attempt < randomTries; attempt++) {
    const source = sources[Math.floor(random() * sources.length)] ?? -1;
    if (source >= 0 && isInReach(reach, width, target, source)) return source;
  }
  return -1;
}

function emptyField({ roles }: Level): Field {
  return { source: new Int32Array(roles.length).fill(-1), cost: new Int32Array(roles.length) };
}
