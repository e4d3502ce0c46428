import type { RgbCrop } from '../engine.ts';
import { depthMap } from './depthMap.ts';
import type { Level } from './level.ts';
import { countRoleInWindow, patchSide } from './patchWindow.ts';
import { pixelRole, type RolePlane } from './pixelRole.ts';

type Samples = Uint8Array | Uint16Array;

/** The crop at its own size and depth, while its hole is being filled. */
export type FullSize = RolePlane & {
  /** The crop's samples, RGB interleaved; written only in the hole. */
  readonly samples: Samples;
  /** One step of 8-bit sRGB in these samples. */
  readonly step: number;
  readonly depth: Uint16Array;
  /** 1 where the patch round a pixel may be copied. */
  readonly copyable: Uint8Array;
  /** Over 0 where the patch round a pixel touches the hole. */
  readonly touching: Uint8Array;
  /** Where each pixel of the hole was copied from; −1: from nowhere, or not yet. */
  readonly places: Int32Array;
  /** What was solved, and how many pixels of this are one of that. */
  readonly solved: { readonly level: Level; readonly scale: number };
};

export function startFullSize(crop: RgbCrop, plane: RolePlane, solved: FullSize['solved']): FullSize {
  const copyable = countRoleInWindow(plane, pixelRole.source);
  for (let at = 0; at < copyable.length; at++) copyable[at] = copyable[at] === patchSide * patchSide ? 1 : 0;
  return {
    ...plane,
    samples: crop.data.slice(),
    step: crop.depth === 16 ? 257 : 1,
    depth: depthMap(plane),
    copyable,
    touching: countRoleInWindow(plane, pixelRole.hole),
    places: new Int32Array(plane.roles.length).fill(-1),
    solved,
  };
}
