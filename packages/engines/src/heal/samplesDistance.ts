import type { FullSize } from './fullSize.ts';
import { patchRadius, patchSide } from './patchWindow.ts';
import { pixelRole } from './pixelRole.ts';

/** At full size only the rim settles anything: what is known weighs as at the solve, the fill evenly. */
const knownWeight = 4;

/** As `patchDistance`, of the crop's own samples and without texture, which the solve has seen to. */
export function samplesDistance(full: FullSize, target: number, source: number, limit: number): number {
  const { samples, roles, width } = full;
  const corner = patchRadius * width + patchRadius;
  let here = target - corner;
  let there = source - corner;
  let sum = 0;
  for (let row = 0; row < patchSide; row++) {
    let a = here * 3;
    let b = there * 3;
    for (let column = 0; column < patchSide; column++) {
      const role = roles[here + column];
      if (role !== pixelRole.absent) {
        const red = (samples[a] ?? 0) - (samples[b] ?? 0);
        const green = (samples[a + 1] ?? 0) - (samples[b + 1] ?? 0);
        const blue = (samples[a + 2] ?? 0) - (samples[b + 2] ?? 0);
        sum += (role === pixelRole.hole ? 1 : knownWeight) * (red * red + green * green + blue * blue);
      }
      a += 3;
      b += 3;
    }
    if (sum >= limit) return sum;
    here += width;
    there += width;
  }
  return sum;
}
