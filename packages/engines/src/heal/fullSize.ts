import type { RgbCrop } from '../engine.ts';
import { depthMap } from './depthMap.ts';
import { type Kernel, openKernel, placed } from './kernel.ts';
import type { Level } from './level.ts';
import { copyableCentres, countRoleInWindow } from './patchWindow.ts';
import { pixelRole, type RolePlane } from './pixelRole.ts';
import { makeStrip, type Strip, stripBytesPerColumn } from './strip.ts';
import { steepBase } from './voteWeight.ts';

type Samples = Uint8Array | Uint16Array;

/** The crop at its own size and depth, while its hole is being filled. */
export type FullSize = RolePlane & {
  /** The crop's samples, RGB interleaved; written only in the hole. */
  readonly samples: Samples;
  /** One step of 8-bit sRGB in these samples. */
  readonly step: number;
  /** The same colours as a search compares them: 8 bits, R, G, B and nothing; in the kernel's memory. */
  readonly rgba: Uint8Array;
  readonly depth: Uint16Array;
  /** 1 where the patch round a pixel may be copied. */
  readonly copyable: Uint8Array;
  /** Over 0 where the patch round a pixel touches the hole. */
  readonly touching: Uint8Array;
  /** Where each pixel of the hole was copied from; −1: from nowhere, or not yet. */
  readonly places: Int32Array;
  /** How many pixels of this are one of what was solved. */
  readonly scale: number;
  readonly strip: Strip;
  readonly kernel: Kernel;
};

/** Of the planes that are as large as the crop; of the coarse level's, copied, another eight a pixel of it. */
const bytesPerPixel = 7;

/** @param scale pixels of the crop per pixel of `solved` */
export function startFullSize(crop: RgbCrop, plane: RolePlane, solved: Level, scale: number): FullSize {
  const { width, roles } = plane;
  // What was solved at the crop's own size knows its depths already.
  const { depth, copyable } =
    scale === 1 ? solved : { depth: depthMap(plane), copyable: copyableCentres(plane) };
  const capacity = roles.length * bytesPerPixel + width * stripBytesPerColumn + solved.roles.length * 8;
  const kernel = openKernel(capacity);
  kernel.useVoteBase(steepBase);
  const full: FullSize = {
    ...plane,
    samples: crop.data.slice(),
    step: crop.depth === 16 ? 257 : 1,
    rgba: asRgba(crop, kernel.bytes(roles.length * 4)),
    depth: placed(kernel.shorts(roles.length), depth),
    copyable: placed(kernel.bytes(roles.length), copyable),
    touching: countRoleInWindow(plane, pixelRole.hole),
    places: new Int32Array(roles.length).fill(-1),
    scale,
    strip: makeStrip(width, kernel),
    kernel,
  };
  kernel.calls.useCoarse(
    solved.width,
    solved.height,
    placed(kernel.ints(solved.roles.length), solved.field.source).byteOffset,
    placed(kernel.bytes(solved.rgba.length), solved.rgba).byteOffset,
    scale,
  );
  return full;
}

function asRgba({ data, depth }: RgbCrop, rgba: Uint8Array): Uint8Array {
  const step = depth === 16 ? 257 : 1;
  for (let from = 0, to = 0; from < data.length; from += 3, to += 4) {
    rgba[to] = Math.round((data[from] ?? 0) / step);
    rgba[to + 1] = Math.round((data[from + 1] ?? 0) / step);
    rgba[to + 2] = Math.round((data[from + 2] ?? 0) / step);
  }
  return rgba;
}
