import { boxSum } from '@pinpaint/imaging';
import type { Look } from './look.ts';

/** How far light may change before it says nothing about a spot; look pixels. */
const radiusPx = 10;

/** The mean lightness of the thing round each pixel; 0 where none of it is near. */
export function bodyLightnessAround(look: Look, mask: Uint8Array): Float32Array {
  const lightness = new Float32Array(mask.length);
  const there = new Float32Array(mask.length);
  for (let i = 0; i < mask.length; i += 1) {
    if (mask[i] === 0) continue;
    lightness[i] = look.lightness[i] ?? 0;
    there[i] = 1;
  }
  const { width, height } = look;
  const counts = boxSum(there, { width, height, radiusPx });
  return boxSum(lightness, { width, height, radiusPx }).map((sum, i) => {
    const near = counts[i] ?? 0;
    return near > 0.5 ? sum / near : 0;
  });
}
