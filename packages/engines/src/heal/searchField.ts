import type { Field } from './field.ts';
import type { Level } from './level.ts';
import type { Offset } from './offset.ts';
import { patchDistance } from './patchDistance.ts';
import { patchRadius } from './patchWindow.ts';
import type { Random } from './random.ts';
import { isInReach, type Reach } from './reach.ts';

export type Search = {
  /** Tried for every target; the moves by which the picture repeats itself. */
  readonly offsets: readonly Offset[];
  readonly reach: Reach;
  readonly random: Random;
};

/**
 * One PatchMatch pass (Barnes 2009): each target tries what its neighbours already passed have found,
 * the dominant offsets, then random places in ever narrower windows round its best. `field.cost` must be fresh.
 */
export function searchField(level: Level, field: Field, search: Search, backward: boolean): void {
  const { targets, width } = level;
  const step = backward ? 1 : -1;
  for (let index = 0; index < targets.length; index++) {
    const target = targets[backward ? targets.length - 1 - index : index] ?? 0;
    follow(level, field, search, target, step);
    follow(level, field, search, target, step * width);
    for (const offset of search.offsets) shift(level, field, search, target, offset);
    roam(level, field, search, target);
  }
}

/** What the neighbour copies, moved along by the way between the two. */
function follow(level: Level, field: Field, search: Search, target: number, step: number): void {
  const found = field.source[target + step] ?? -1;
  if (found >= 0) consider(level, field, search, target, found - step);
}

function shift(level: Level, field: Field, search: Search, target: number, { dx, dy }: Offset): void {
  const x = (target % level.width) + dx;
  if (x >= patchRadius && x < level.width - patchRadius) {
    consider(level, field, search, target, target + dy * level.width + dx);
  }
}

function roam(level: Level, field: Field, search: Search, target: number): void {
  const { width, height } = level;
  const { acrossPx, downPx } = search.reach;
  const targetX = target % width;
  const targetY = (target - targetX) / width;
  for (let radius = Math.max(width, height); radius >= 1; radius >>= 1) {
    const found = field.source[target] ?? -1;
    const best = found < 0 ? target : found;
    const bestX = best % width;
    const bestY = (best - bestX) / width;
    const left = Math.max(patchRadius, bestX - radius, targetX - acrossPx);
    const right = Math.min(width - 1 - patchRadius, bestX + radius, targetX + acrossPx);
    const top = Math.max(patchRadius, bestY - radius, targetY - downPx);
    const bottom = Math.min(height - 1 - patchRadius, bestY + radius, targetY + downPx);
    const x = left + Math.floor(search.random() * (right - left + 1));
    const y = top + Math.floor(search.random() * (bottom - top + 1));
    consider(level, field, search, target, y * width + x);
  }
}

function consider(level: Level, field: Field, search: Search, target: number, source: number): void {
  if (level.copyable[source] !== 1 || field.source[target] === source) return;
  if (!isInReach(search.reach, level.width, target, source)) return;
  const limit = field.cost[target] ?? 0;
  const cost = patchDistance(level, target, source, limit);
  if (cost >= limit) return;
  field.source[target] = source;
  field.cost[target] = cost;
}
