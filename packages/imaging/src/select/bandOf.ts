import type { PixelSize } from '@pinpaint/domain';
import { beyondLimit, distanceField } from '../alpha/distanceField.ts';
import { guessedIn, guessedOut, surelyIn, surelyOut } from './cutPicture.ts';

/** What lies no farther than `reach` from the line is guessed, the rest is sure. */
export function bandOf(inside: Uint8Array, size: PixelSize, reach: number): Uint8Array {
  const toInside = distanceField(inside, size, reach);
  const outside = inside.map((value) => 1 - value);
  const toOutside = distanceField(outside, size, reach);
  return inside.map((value, i) => {
    if (value === 1) return toOutside[i] === beyondLimit ? surelyIn : guessedIn;
    return toInside[i] === beyondLimit ? surelyOut : guessedOut;
  });
}
