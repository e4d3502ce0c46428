import { breathe } from './breathe.ts';
import { doubleField, type Field, randomField, refreshCosts } from './field.ts';
import { harmonicStart } from './harmonicStart.ts';
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

export type SolveRequest = {
  /** Coarsest first. Their holes are painted over. */
  readonly levels: readonly Level[];
  /** Of the level whose pixels `offsets` and `reach` are measured in. */
  readonly unitWidth: number;
  readonly offsets: readonly Offset[];
  readonly reach: Reach;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** Told of each target patch searched once. */
  readonly advance: (patches: number) => void;
};

/**
 * Coarse-to-fine completion (Wexler 2007): at each level a few rounds in which patches look for their like
 * and the hole is painted from what they found; then the field goes on at twice the size.
 *
 * @returns the field of the last level, whose hole is painted.
 */
export async function solve({ levels, ...request }: SolveRequest): Promise<Field> {
  const [coarsest] = levels;
  if (!coarsest) throw new RangeError('solve: no levels');
  harmonicStart(coarsest);
  let level = coarsest;
  let field = randomField(level, scaleReach(request.reach, level.width / request.unitWidth), request.random);
  for (const [index, finer] of levels.entries()) {
    if (index > 0) {
      field = doubleField(level, field, finer);
      level = finer;
      voteField(level, field);
    }
    await refine(level, field, request, roundsAt(index, levels.length));
  }
  return field;
}

/** What `solve` will tell `advance` in all. */
export function solveWork(levels: readonly Level[]): number {
  return levels.reduce((sum, { targets }, index) => sum + targets.length * roundsAt(index, levels.length), 0);
}

function roundsAt(index: number, count: number): number {
  return count === 1
    ? mostRounds
    : Math.round(mostRounds - ((mostRounds - fewestRounds) * index) / (count - 1));
}

async function refine(
  level: Level,
  field: Field,
  { unitWidth, random, signal, advance, ...request }: Omit<SolveRequest, 'levels'>,
  rounds: number,
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
