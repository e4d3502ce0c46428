import type { Random } from '../random.ts';
import { enterLevel } from './enterLevel.ts';
import { useReach } from './kernel.ts';
import type { Level } from './level.ts';
import type { Offset } from './offset.ts';
import type { Reach } from './reach.ts';

export type Search = {
  /** Tried for every target; the moves by which the picture repeats itself. */
  readonly offsets: readonly Offset[];
  readonly reach: Reach;
  readonly random: Random;
};

/** Every other pass looks round what has been found, and no further. */
const nearby = 16;

/**
 * Looks for better sources, `passes` times over all targets in turning directions (PatchMatch, Barnes 2009):
 * what the neighbours have found, the dominant offsets (once), then random places in ever narrower windows.
 */
export function searchField(level: Level, { offsets, reach, random }: Search, passes: number): void {
  const calls = enterLevel(level);
  const moves = level.kernel.offsets(offsets);
  useReach(calls, reach);
  calls.seed(Math.floor(random() * 2 ** 32) | 0);
  calls.refreshCosts();
  for (let pass = 0; pass < passes; pass++) {
    const widest = pass % 2 === 0 ? Math.max(level.width, level.height) : nearby;
    calls.searchPass(moves, pass === 0 ? offsets.length : 0, pass % 2, widest);
  }
}
