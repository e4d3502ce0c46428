import { boxSum } from '../boxSum.ts';
import type { Look } from './look.ts';

/** How far light may change before it says nothing about a spot; look pixels. */
const radius = 10;

/** The mean lightness of the thing round each pixel; 0 where none of it is near. */
export function bodyLightnessAround(look: Look, mask: Uint8Array): Float32Array {
  const sum = new Float32Array(mask.length);
  const count = new Float32Array(mask.length);
  for (let i = 0; i < mask.length; i += 1) {
    if (mask[i] === 0) continue;
    sum[i] = look.lightness[i] ?? 0;
    count[i] = 1;
  }
  boxSum(sum, look, radius);
  boxSum(count, look, radius);
  for (let i = 0; i < mask.length; i += 1) {
    const near = count[i] ?? 0;
    sum[i] = near > 0.5 ? (sum[i] ?? 0) / near : 0;
  }
  return sum;
}
