import { createRandom } from '../random.ts';
import { guessField } from './field.ts';
import { disagreement, meanEnergy, patchEnergy95 } from './figures.ts';
import { harmonicStart } from './harmonicStart.ts';
import type { Level } from './level.ts';
import { layShiftMap, shiftMoves } from './shiftMap.ts';
import { type SolveRequest, scaleMoves, solve, solveWork } from './solve.ts';
import { voteField } from './voteField.ts';

/** One goes on; of two others it could not be told which is the odd one. */
const triesInAll = 4;

export type AuditionRequest = Omit<SolveRequest, 'random'> & {
  readonly seed: number;
  /** Whether the hole reaches to where the picture ends, as an extend's does. */
  readonly isOneSided: boolean;
  /** Whether large pieces are laid on whole, whatever fits best by patches. */
  readonly inPieces: boolean;
};

/** The try that goes on to finer levels, and what the others say about it. */
export type Audition = {
  readonly solved: Level;
  /** See `figures.ts`; at this scale a fill can't yet hide that nothing fits by copying its own mistakes. */
  readonly patchEnergy95: number;
  /**
   * The median over the other tries of their mean difference to the one that fits best, in the hole, 8-bit steps.
   * Pieces that are laid on whatever fits are not among them: they differ by what they are.
   */
  readonly seedDisagreement: number;
};

/**
 * Solves the coarse stages several times, where a try is cheap and the picture is decided, and keeps the
 * one whose patches fit best. A single try does best from the smooth surface through the rim; but that
 * surface lets a broad neighbour flood a narrow one (meadow over tree line, on tree-off), so where the rim
 * is closed all but the first start from chance. Where there is no far side chance has little to hold it, and
 * every other try is smooth; one more lays large pieces on whole, and mostly fits best.
 */
export async function audition({
  seed,
  isOneSided,
  inPieces,
  ...request
}: AuditionRequest): Promise<Audition> {
  const random = createRandom(seed);
  const tries: Try[] = [];
  for (let index = 0; index < triesInAll; index++) {
    const isSmooth = isOneSided ? index % 2 === 0 : index === 0;
    tries.push(await tryOut({ ...request, random }, isSmooth ? harmonicStart : voteField));
  }
  const pieces = isOneSided || inPieces ? [await tryShiftMap({ ...request, random })] : [];
  const [fittest, ...others] = (inPieces ? tries : [...tries, ...pieces]).toSorted(
    (a, b) => a.energy - b.energy,
  );
  const chosen = inPieces ? pieces[0] : fittest;
  if (!fittest || !chosen) throw new RangeError('audition: no stages');
  const { level } = chosen;
  level.rgba.set(chosen.rgba);
  level.field.source.set(chosen.source);
  return {
    solved: level,
    patchEnergy95: patchEnergy95(level),
    seedDisagreement: median(others.map(({ rgba }) => disagreement(level.holes, fittest.rgba, rgba))),
  };
}

/** What `audition` will tell `advance` in all. */
export function auditionWork(request: Pick<SolveRequest, 'stages'>): number {
  return triesInAll * solveWork(request.stages);
}

/** All tries are made in the same memory, so each takes away what it has found. */
type Try = {
  readonly level: Level;
  readonly rgba: Uint8Array;
  readonly source: Int32Array;
  readonly energy: number;
};
/** Paints the coarsest level's hole for the first time. */
type Start = (level: Level) => void;

async function tryOut(request: SolveRequest, paintStart: Start): Promise<Try> {
  const start = request.stages[0]?.level;
  if (!start) throw new RangeError('audition: no stages');
  guessField(start, scaleMoves(request, start).reach, request.random);
  paintStart(start);
  return asTry(await solve(start, request));
}

/** Rounds after a shift map: enough to close its seams, too few to blur its pieces. */
const seamRounds = 3;

async function tryShiftMap(request: SolveRequest): Promise<Try> {
  const level = request.stages.at(-1)?.level;
  if (!level) throw new RangeError('audition: no stages');
  const { reach, offsets } = scaleMoves(request, level);
  guessField(level, reach, request.random);
  await layShiftMap(level, shiftMoves(level, offsets, reach), request.signal);
  voteField(level);
  return asTry(await solve(level, { ...request, stages: [{ level, rounds: seamRounds }] }));
}

function asTry(level: Level): Try {
  return { level, rgba: level.rgba.slice(), source: level.field.source.slice(), energy: meanEnergy(level) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
