import { depthMap, depthUnit } from './depthMap.ts';
import { enterLevel } from './enterLevel.ts';
import { type Field, makeField } from './field.ts';
import { type Kernel, placed } from './kernel.ts';
import { copyableCentres, countRoleInWindow } from './patchWindow.ts';
import { pixelRole, type RolePlane } from './pixelRole.ts';
import { writeTexture } from './texture.ts';

/**
 * One scale of the picture, with everything a search or a vote asks of it. All planes row-major, in the
 * kernel's memory.
 */
export type Level = RolePlane & {
  /** R, G, B, and texture as A; 4 interleaved samples a pixel. In the hole: the fill so far. */
  readonly rgba: Uint8Array;
  /** What each sample of `rgba` counts for when patches are compared; 0 where there is no pixel. */
  readonly weights: Uint8Array;
  /** Depth in the hole, see `depthMap`. */
  readonly depth: Uint16Array;
  /** 1 where the patch round a pixel may be copied. */
  readonly copyable: Uint8Array;
  /** Centres of copyable patches, in reading order. */
  readonly sources: Int32Array;
  /** Centres of patches that touch the hole, in reading order. */
  readonly targets: Int32Array;
  readonly holes: Int32Array;
  readonly field: Field;
  /** What copying the patch round a pixel costs beside its difference: a mean of squares a pixel. */
  readonly prices: Float32Array;
  readonly kernel: Kernel;
};

/** Known pixels weigh four times what the deep fill weighs (reference.md: SWD 6.5 → 5.9). */
const knownWeight = 16;
const deepWeight = 4;
/** In a comparison texture counts more than a colour: at 2, as in reference.md, fills come out too smooth. */
const textureWeight = 5;
/** A weight once for each colour, in the three low bytes of a pixel. */
export const colourWeights = 0x01_01_01;
/** Of all planes, the field's too, with each index list at its longest. */
export const levelBytesPerPixel = 48;

/** `rgba` comes with its colours; texture and the rest is made here. */
export function makeLevel(plane: RolePlane, rgba: Uint8Array, kernel: Kernel): Level {
  const { width, height, roles } = plane;
  writeTexture(rgba, plane);
  const depth = depthMap(plane);
  const copyable = copyableCentres(plane);
  const touching = countRoleInWindow(plane, pixelRole.hole);
  const level: Level = {
    ...plane,
    rgba: placed(kernel.bytes(rgba.length), rgba),
    depth: placed(kernel.shorts(depth.length), depth),
    weights: weigh(plane.roles, depth, kernel),
    copyable: placed(kernel.bytes(copyable.length), copyable),
    sources: indicesFrom(copyable, 1, kernel),
    targets: indicesFrom(touching, 1, kernel),
    holes: indicesFrom(roles, pixelRole.hole, kernel),
    prices: kernel.floats(roles.length),
    field: makeField({ width, height }, kernel),
    kernel,
  };
  enterLevel(level).weighPatches();
  return level;
}

function weigh(roles: Uint8Array, depth: Uint16Array, kernel: Kernel): Uint8Array {
  const weights = kernel.bytes(roles.length * 4);
  const pixels = new Uint32Array(weights.buffer, weights.byteOffset, roles.length);
  for (let at = 0; at < pixels.length; at++) {
    const weight = weightOf(roles[at] ?? 0, depth[at] ?? 0);
    pixels[at] = weight * colourWeights + weight * textureWeight * 2 ** 24;
  }
  return weights;
}

/** Of a pixel's `pixelRole` and its depth in the units of a depth map. */
export function weightOf(role: number, depth: number): number {
  if (role === pixelRole.absent) return 0;
  if (role !== pixelRole.hole) return knownWeight;
  return Math.floor(deepWeight + (knownWeight - deepWeight) * 2 ** (-depth / depthUnit));
}

/** Where a plane is at least so much, in reading order. */
function indicesFrom(plane: Uint8Array, least: number, kernel: Kernel): Int32Array {
  let count = 0;
  for (let at = 0; at < plane.length; at++) if ((plane[at] ?? 0) >= least) count++;
  const found = kernel.ints(count);
  count = 0;
  for (let at = 0; at < plane.length; at++) if ((plane[at] ?? 0) >= least) found[count++] = at;
  return found;
}
