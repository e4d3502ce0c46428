import type { Random } from '../random.ts';
import { enterLevel } from './enterLevel.ts';
import { guessField, makeField } from './field.ts';
import type { Level } from './level.ts';
import { halve } from './pyramid.ts';
import { everywhere, type Reach } from './reach.ts';
import { searchField } from './searchField.ts';

/** The statistics need few pixels; more only cost time. */
const mostPixels = 6000;
const passes = 6;
/** Share of the longer side below which a move finds only a pixel's own surroundings. */
const shortestShare = 1 / 15;

/** Where each known patch of a picture finds its like elsewhere in the known. */
export type SelfMatches = {
  /** Small; its targets are its sources, its field says where each one's like lies and, as energy, how like it is. */
  readonly level: Level;
  /** Pixels of the level asked about per pixel of this one. */
  readonly scale: number;
};

export function findSelfMatches(of: Level, random: Random): SelfMatches {
  let small = of;
  let scale = 1;
  while (small.width * small.height > mostPixels) {
    small = halve(small);
    scale *= 2;
  }
  const { width, height, kernel } = small;
  const level: Level = { ...small, targets: small.sources, field: makeField(small, kernel) };
  const shortest = Math.max(4, Math.round(Math.max(width, height) * shortestShare));
  const reach: Reach = { ...everywhere, atLeastPx: shortest };
  guessField(level, reach, random);
  enterLevel(level).weighPatches();
  searchField(level, { offsets: [], reach, random }, passes);
  enterLevel(level).measureEnergies();
  return { level, scale };
}
