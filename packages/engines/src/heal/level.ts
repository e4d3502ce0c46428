import { depthMap, depthUnit } from './depthMap.ts';
import { countRoleInWindow, patchSide } from './patchWindow.ts';
import { pixelRole, type RolePlane } from './pixelRole.ts';
import { writeTexture } from './texture.ts';

/** One scale of the picture, with everything a search or a vote asks of it. All planes row-major. */
export type Level = RolePlane & {
  /** R, G, B, and texture as A; 4 interleaved samples a pixel. In the hole: the fill so far. */
  readonly rgba: Uint8Array;
  /** What a pixel counts for when patches are compared; 0 where there is none. */
  readonly weight: Uint8Array;
  /** Depth in the hole, see `depthMap`. */
  readonly depth: Uint16Array;
  /** 1 where the patch round a pixel may be copied. */
  readonly copyable: Uint8Array;
  /** Centres of copyable patches, in reading order. */
  readonly sources: Int32Array;
  /** Centres of patches that touch the hole, in reading order. */
  readonly targets: Int32Array;
  readonly holes: Int32Array;
};

/** Known pixels weigh four times what the deep fill weighs (reference.md: SWD 6.5 → 5.9). */
const knownWeight = 16;
const deepWeight = 4;

/** `rgba` comes with its colours; texture and the rest is made here. The level owns it from now on. */
export function makeLevel(plane: RolePlane, rgba: Uint8Array): Level {
  writeTexture(rgba, plane);
  const depth = depthMap(plane);
  const copyable = countRoleInWindow(plane, pixelRole.source);
  for (let at = 0; at < copyable.length; at++) copyable[at] = copyable[at] === patchSide * patchSide ? 1 : 0;
  const touching = countRoleInWindow(plane, pixelRole.hole);
  return {
    ...plane,
    rgba,
    depth,
    weight: weigh(plane.roles, depth),
    copyable,
    sources: indicesWhere(copyable, (value) => value === 1),
    targets: indicesWhere(touching, (value) => value > 0),
    holes: indicesWhere(plane.roles, (role) => role === pixelRole.hole),
  };
}

function weigh(roles: Uint8Array, depth: Uint16Array): Uint8Array {
  return roles.map((role, at) => {
    if (role === pixelRole.absent) return 0;
    if (role !== pixelRole.hole) return knownWeight;
    return deepWeight + (knownWeight - deepWeight) * 2 ** (-(depth[at] ?? 0) / depthUnit);
  });
}

function indicesWhere(plane: Uint8Array, wanted: (value: number) => boolean): Int32Array {
  const found = new Int32Array(plane.length);
  let count = 0;
  for (let at = 0; at < plane.length; at++) if (wanted(plane[at] ?? 0)) found[count++] = at;
  return found.slice(0, count);
}
