import { enterLevel } from './enterLevel.ts';
import { useReach } from './kernel.ts';
import type { Level } from './level.ts';
import { everywhere } from './reach.ts';

/**
 * Paints the hole anew: each pixel is the mean of what the patches over it say, by how near the rim they
 * stand and how well they fit. A pixel none speaks for stays as it was.
 */
export function voteField(level: Level): void {
  const calls = enterLevel(level);
  useReach(calls, everywhere);
  calls.refreshCosts();
  voteSearched(level);
}

/** As `voteField`, straight after a search: what that has measured still holds. */
export function voteSearched(level: Level): void {
  const calls = enterLevel(level);
  calls.measureEnergies();
  calls.voteHoles();
}

/** As `voteSearched`, but each pixel is copied from the one place that most speaks for. */
export function electSearched(level: Level): void {
  const calls = enterLevel(level);
  calls.measureEnergies();
  calls.electHoles();
}
