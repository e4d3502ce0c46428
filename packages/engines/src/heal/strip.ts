import type { FullSize } from './fullSize.ts';
import type { Kernel } from './kernel.ts';
import { colourWeights, weightOf } from './level.ts';
import { patchRadius } from './patchWindow.ts';
import { pixelRole } from './pixelRole.ts';

/** Bounds what the field takes at full size, whatever the picture's. */
export const stripRows = 64;
/** Patches that reach into the strip are centred this far outside it, and read as far again. */
const targetRows = stripRows + 2 * patchRadius;
const weightRows = targetRows + 2 * patchRadius;
const sourceRows = targetRows + 2 * (patchRadius + 1);
export const stripBytesPerColumn = 4 * (weightRows + sourceRows + 4 * targetRows + 2 * stripRows) + 64;

/**
 * Planes of a band of rows at full size, in the kernel's memory, where its calls find them by the picture's
 * own indices. They are filled anew for each band.
 */
export type Strip = {
  readonly weights: Uint8Array;
  readonly source: Int32Array;
  readonly cost: Int32Array;
  readonly energy: Float32Array;
  readonly perWeight: Float32Array;
  readonly targets: Int32Array;
  /** Pixels asked about, and where each is copied from. */
  readonly pixels: Int32Array;
  readonly found: Int32Array;
};

export function makeStrip(width: number, kernel: Kernel): Strip {
  return {
    weights: kernel.bytes(weightRows * width * 4),
    source: kernel.ints(sourceRows * width),
    cost: kernel.ints(targetRows * width),
    energy: kernel.floats(targetRows * width),
    perWeight: kernel.floats(targetRows * width),
    targets: kernel.ints(targetRows * width),
    pixels: kernel.ints(stripRows * width),
    found: kernel.ints(stripRows * width),
  };
}

/**
 * Tells the kernel that it works on the rows `top` ≤ y < `bottom`; nothing is found there yet. The hole's
 * pixels in them are listed in `strip.pixels`.
 *
 * @returns how many those are; null where no patch touches the hole
 */
export function enterStrip(full: FullSize, top: number, bottom: number): number | null {
  const { width, height, strip, kernel } = full;
  const first = Math.max(0, top - patchRadius);
  const end = Math.min(height, bottom + patchRadius);
  const targets = listTargets(full, first * width, end * width);
  if (targets === 0) return null;
  const holes = listHoles(full, top * width, bottom * width);
  const weighedFrom = Math.max(0, first - patchRadius) * width;
  weigh(full, weighedFrom, Math.min(height, end + patchRadius) * width);
  strip.source.fill(-1);
  // The kernel adds a pixel's own index: a plane that begins later is said to begin that much earlier.
  const before = first * width * 4;
  useRows(full, { weighedFrom, targets, holes });
  kernel.calls.useField(
    strip.source.byteOffset + (patchRadius + 1) * width * 4 - before,
    strip.cost.byteOffset - before,
    strip.energy.byteOffset - before,
    strip.perWeight.byteOffset - before,
  );
  kernel.calls.weighPatches();
  return holes;
}

/** Tells the kernel of the same rows' holes alone, as `sketchHoles` needs them. @returns how many there are */
export function enterHoles(full: FullSize, top: number, bottom: number): number {
  const holes = listHoles(full, top * full.width, bottom * full.width);
  if (holes > 0) useRows(full, { weighedFrom: 0, targets: 0, holes });
  return holes;
}

type Rows = {
  /** The pixel that the strip's weights begin at. */
  readonly weighedFrom: number;
  readonly targets: number;
  readonly holes: number;
};

function useRows(full: FullSize, { weighedFrom, targets, holes }: Rows): void {
  const { width, height, strip, kernel, rgba, depth, copyable } = full;
  kernel.calls.useLevel(
    width,
    height,
    rgba.byteOffset,
    strip.weights.byteOffset - weighedFrom * 4,
    depth.byteOffset,
    copyable.byteOffset,
    strip.targets.byteOffset,
    targets,
    strip.pixels.byteOffset,
    holes,
  );
}

function listHoles({ roles, strip }: FullSize, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (roles[at] === pixelRole.hole) strip.pixels[count++] = at;
  return count;
}

function listTargets({ touching, strip }: FullSize, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (touching[at] !== 0) strip.targets[count++] = at;
  return count;
}

/** As in the solve, without texture, which that has seen to. */
function weigh({ roles, depth, strip }: FullSize, from: number, to: number): void {
  const pixels = new Uint32Array(strip.weights.buffer, strip.weights.byteOffset, to - from);
  for (let at = from; at < to; at++) {
    pixels[at - from] = weightOf(roles[at] ?? 0, depth[at] ?? 0) * colourWeights;
  }
}
