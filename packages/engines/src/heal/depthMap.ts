import { beyondLimit, distanceField } from '@pinpaint/imaging';
import { pixelRole, type RolePlane } from './pixelRole.ts';

/** One pixel of depth in the units of a depth map. */
export const depthUnit = 8;
const deepest = 0xffff;

/**
 * How deep in the hole each pixel lies: the way to the nearest pixel the picture has, in eighths of a
 * pixel (sixteen bits hold 8,191 px). 0 outside the hole.
 */
export function depthMap({ width, height, roles }: RolePlane): Uint16Array {
  const present = roles.map((role) => (role === pixelRole.source || role === pixelRole.seen ? 1 : 0));
  const squared = distanceField(present, { width, height });
  const depth = new Uint16Array(roles.length);
  for (let at = 0; at < depth.length; at++) {
    const reach = squared[at] ?? beyondLimit;
    depth[at] = Math.min(deepest, Math.round(depthUnit * Math.sqrt(reach)));
  }
  return depth;
}
