import { breathe } from '../breathe.ts';
import { doubleField, type Field, refreshCosts } from './field.ts';
import type { Level } from './level.ts';
import type { Offset } from './offset.ts';
import type { Random } from './random.ts';
import { type Reach, scaleReach } from './reach.ts';
import { searchField } from './searchField.ts';
import { voteField } from './voteField.ts';

/** Rounds of search and vote at the coarsest level, where the picture is decided, and at the finest. */
const mostRounds = 20;
const fewestRounds = 5;
const passesPerRound = 2;

/** A level and how often it is searched and voted on. */
export type Stage = { readonly level: Level; readonly rounds: number };

/** A level whose hole is painted, and the field it is painted from. */
export type Solved = { readonly level: Level; readonly field: Field };

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
 * @param start at the first stage's level, or at the one below it
 */
export async function solve(start: Solved, { stages, ...request }: SolveRequest): Promise<Solved> {
  let { level, field } = start;
  for (const stage of stages) {
    if (stage.level !== level) {
      field = doubleField(level, field, stage.level);
      level = stage.level;
      voteField(level, field);
    }
    await refine(stage, field, request);
  }
  return { level, field };
}

async function refine(
  { level, rounds }: Stage,
  field: Field,
  { unitWidth, random, signal, advance, ...request }: Omit<SolveRequest, 'stages'>,
): Promise<void> {
  const factor = level.width / unitWidth;
  const reach = scaleReach(request.reach, factor);
  const offsets = request.offsets.map(({ dx, dy }) => ({
    dx: Math.round(dx * factor),
    dy: Math.round(dy * factor),
  }));
  for (let round = 0; round < rounds; round++) {
    await breathe(signal);
    refreshCosts(level, field);
    for (let pass = 0; pass < passesPerRound; pass++) {
      // The offsets don't change with the round: once a level they either help or they don't.
      const search = { reach, random, offsets: pass === 0 && round === 0 ? offsets : [] };
      searchField(level, field, search, pass % 2 === 1);
    }
    voteField(level, field);
    advance(level.targets.length);
  }
}
