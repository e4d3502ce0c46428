import { type Scene, within } from './scene.ts';
import { degreesBetween, isClear, type Shading, shadingOver } from './shadingOver.ts';
import type { View } from './view.ts';

/** How wide the surroundings are that tell of the light, as a share of the touched area's radius. */
const ringShare = 0.9;
const smoothShare = 0.25;

/**
 * Light direction: the angle between where the light on what was changed comes from and where it comes from round
 * about, 0…180°. null where either can't be told, which is no warning: see `shadingOver`.
 *
 * @param against what it is compared with: the surroundings, or the same place as it was before
 */
export function measureLight(scene: Scene, against: 'around' | 'before'): number | null {
  const own = shadingIn(scene, scene.after, 'inside');
  const other =
    against === 'around' ? shadingIn(scene, scene.after, 'around') : shadingIn(scene, scene.before, 'inside');
  return isClear(own) && isClear(other) ? degreesBetween(own, other) : null;
}

/** The shading of what was touched, or of a ring round it. */
function shadingIn(scene: Scene, { luma }: View, where: 'inside' | 'around'): Shading | null {
  const { depth, away, width, height } = scene;
  const radiusPx = radiusOf(depth);
  const area = where === 'inside' ? touched(depth) : within(away, 1, ringShare * radiusPx);
  return shadingOver({ luma, area, smoothPx: smoothShare * radiusPx, width, height });
}

function touched(depth: Float32Array): Uint8Array {
  return within(depth, 1, Number.POSITIVE_INFINITY);
}

/** Of a disc of the touched area's size. */
function radiusOf(depth: Float32Array): number {
  let count = 0;
  for (let i = 0; i < depth.length; i += 1) if ((depth[i] ?? 0) > 0) count += 1;
  return Math.sqrt(count / Math.PI);
}
