import { breathe } from '../breathe.ts';
import type { Random } from '../random.ts';
import { doubleField } from './field.ts';
import type { Level } from './level.ts';
import type { Offset } from './offset.ts';
import { type Reach, scaleReach } from './reach.ts';
import { searchField } from './searchField.ts';
import { electSearched, voteField, voteSearched } from './voteField.ts';

/** Rounds of search and vote at the coarsest level, where the picture is decided, and at the finest. */
const mostRounds = 14;
const fewestRounds = 5;
const passesPerRound = 2;
/**
 * In a level's last rounds each pixel is copied from one place instead of averaged from many: a mean is smooth,
 * and then only smooth places are like it.
 */
const electedRounds = 2;

/** A level and how often it is searched and voted on. */
export type Stage = { readonly level: Level; readonly rounds: number };

export type SolveRequest = {
  /** Coarsest first. Their holes are painted over. */
  readonly stages: readonly Stage[];
  /** The width of the level whose pixels `offsets` and `reach` are measured in. */
  readonly unitWidth: number;
  readonly offsets: readonly Offset[];
  readonly reach: Reach;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** Told of each target patch searched for one round. */
  readonly advance: (patches: number) => void;
};

export function planStages(levels: readonly Level[]): readonly Stage[] {
  const steps = Math.max(1, levels.length - 1);
  return levels.map((level, index) => ({
    level,
    rounds: Math.round(mostRounds - ((mostRounds - fewestRounds) * index) / steps),
  }));
}

/** What `solve` will tell `advance` in all. */
export function solveWork(stages: readonly Stage[]): number {
  return stages.reduce((sum, { level, rounds }) => sum + level.targets.length * rounds, 0);
}

/**
 * Coarse-to-fine completion (Wexler 2007): at each level a few rounds in which patches look for their like
 * and the hole is painted from what they found; then the field goes on at twice the size.
 *
 * @param start the first stage's level or the one below it, with its hole painted and its field filled
 * @returns the last stage's level
 */
export async function solve(start: Level, { stages, ...request }: SolveRequest): Promise<Level> {
  let level = start;
  for (const stage of stages) {
    if (stage.level !== level) {
      doubleField(level, stage.level);
      level = stage.level;
      voteField(level);
    }
    await refine(stage, request);
  }
  return level;
}

/** Reach and offsets in a level's own pixels. */
export function scaleMoves(
  { unitWidth, reach, offsets }: Pick<SolveRequest, 'unitWidth' | 'reach' | 'offsets'>,
  { width }: Level,
): Pick<SolveRequest, 'reach' | 'offsets'> {
  const factor = width / unitWidth;
  return {
    reach: scaleReach(reach, factor),
    offsets: offsets.map(({ dx, dy }) => ({ dx: Math.round(dx * factor), dy: Math.round(dy * factor) })),
  };
}

async function refine(
  { level, rounds }: Stage,
  { unitWidth, random, signal, advance, ...request }: Omit<SolveRequest, 'stages'>,
): Promise<void> {
  const { reach, offsets } = scaleMoves({ unitWidth, ...request }, level);
  for (let round = 0; round < rounds; round++) {
    await breathe(signal);
    // The offsets don't change with the round: once a level they either help or they don't.
    searchField(level, { reach, random, offsets: round === 0 ? offsets : [] }, passesPerRound);
    const isLast = rounds - round <= electedRounds;
    if (isLast) electSearched(level);
    else voteSearched(level);
    advance(level.targets.length);
  }
}
