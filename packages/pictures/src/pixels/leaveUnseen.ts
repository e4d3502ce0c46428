import type { PixelRect } from '@pinpaint/domain';
import type { AlphaPlane, Placed } from '@pinpaint/imaging';
import { findUnseen } from './findUnseen.ts';

/**
 * Sets `used` to 0, in place, where the base is wholly transparent.
 *
 * @param used of the base's rectangle
 */
export function leaveUnseen(used: AlphaPlane, base: Placed, existing: PixelRect): void {
  const unseen = findUnseen(base, existing);
  if (!unseen) return;
  for (let i = 0; i < used.data.length; i += 1) if (unseen.data[i] !== 0) used.data[i] = 0;
}
