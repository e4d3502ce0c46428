import { enterLevel } from './enterLevel.ts';
import { useReach } from './kernel.ts';
import type { Level } from './level.ts';
import { everywhere } from './reach.ts';
import type { Ring } from './ring.ts';

/**
 * How badly the worst twentieth of the hole's patches fits what the picture has: the 95th percentile of
 * patch energy (see `Field`: a weighted mean of squared 8-bit differences). It depends on the scale it is
 * taken at: at a fine one a fill agrees with itself, however wrong it is.
 */
export function patchEnergy95(level: Level): number {
  meanEnergy(level);
  const { source, energy } = level.field;
  const { targets } = level;
  return percentile95(
    Array.from(targets, (at) => energy[at] ?? 0).filter((_, i) => (source[targets[i] ?? 0] ?? -1) >= 0),
  );
}

/** Over the targets that have a source, against the hole as it is painted now: differences, and no prices. */
export function meanEnergy(level: Level): number {
  const calls = enterLevel(level);
  useReach(calls, everywhere);
  calls.usePrices(0);
  calls.refreshCosts();
  return calls.measureEnergies();
}

/** Mean |difference| between two fills of the same hole, over R, G, B; 8-bit steps. */
export function disagreement(holes: Int32Array, one: Uint8Array, other: Uint8Array): number {
  let sum = 0;
  for (const at of holes) {
    for (let channel = at * 4; channel < at * 4 + 3; channel++) {
      sum += Math.abs((one[channel] ?? 0) - (other[channel] ?? 0));
    }
  }
  return sum / Math.max(1, holes.length * 3);
}

/** 95th percentile over the ring of the largest channel's |residual|, 8-bit steps; above about 40 the mask is too tight. */
export function ringResidual95({ pixels, residuals }: Ring): number {
  const largest: number[] = [];
  for (let index = 0; index < pixels.length; index++) {
    const [red = 0, green = 0, blue = 0] = residuals.subarray(index * 3, index * 3 + 3);
    const most = Math.max(Math.abs(red), Math.abs(green), Math.abs(blue));
    if (!Number.isNaN(most)) largest.push(most);
  }
  return percentile95(largest);
}

function percentile95(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0;
}
