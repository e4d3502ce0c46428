import type { RgbCrop } from '../engine.ts';
import { depthUnit } from './depthMap.ts';
import { type Kernel, openKernel } from './kernel.ts';
import { type Level, levelBytesPerPixel, makeLevel } from './level.ts';
import { pixelRole, type RolePlane } from './pixelRole.ts';
import { shrink } from './shrink.ts';

/** The longest side of the finest level that is searched; beyond it only the last vote works. */
const solveSidePx = 1024;
const coarsestHoleRadiusPx = 8;
const coarsestSidePx = 40;
/** Below this a level has too little to choose from, and the one above it starts. */
const fewestSources = 64;

/** `levels[0]` is the coarsest; `scale` is crop pixels per pixel of the finest (≥ 1). */
export type Pyramid = { readonly levels: readonly Level[]; readonly scale: number };

export function buildPyramid(crop: RgbCrop, plane: RolePlane): Pyramid {
  const scale = Math.max(1, Math.max(crop.width, crop.height) / solveSidePx);
  // All coarser levels together have a third of its pixels; the statistics make a few small ones of their own.
  const pixels = (1.5 * crop.width * crop.height) / scale ** 2 + 100_000;
  const finest = levelFromCrop(crop, plane, scale, openKernel(pixels * levelBytesPerPixel));
  const levels = [finest];
  for (let level = finest; isWorthHalving(level); ) {
    level = halve(level);
    if (level.sources.length < fewestSources) break;
    levels.unshift(level);
  }
  return { levels, scale };
}

export function halve(level: Level): Level {
  const { rgba, width, height, roles, kernel } = level;
  const half = shrink({ width, height, roles }, { samples: rgba, channels: 4, depth: 8 }, 2);
  return makeLevel(half, half.rgba, kernel);
}

function levelFromCrop(crop: RgbCrop, plane: RolePlane, scale: number, kernel: Kernel): Level {
  const finest = shrink(plane, { samples: crop.data, channels: 3, depth: crop.depth }, scale);
  return makeLevel(finest, finest.rgba, kernel);
}

function isWorthHalving(level: Level): boolean {
  return Math.min(level.width, level.height) > coarsestSidePx && holeRadius(level) > coarsestHoleRadiusPx;
}

function holeRadius({ roles, depth }: Level): number {
  let deepest = 0;
  for (let at = 0; at < depth.length; at++) {
    if (roles[at] === pixelRole.hole) deepest = Math.max(deepest, depth[at] ?? 0);
  }
  return deepest / depthUnit;
}
