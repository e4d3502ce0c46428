import type { IntentKind } from '../intent/intent.ts';
import type { Cost, EngineFacts, EngineRun, ExpectedCost, MeasuredEngine } from './engineFacts.ts';

const pixelsPerMegapixel = 1_000_000;

/** As announced. @param variants how many candidates are asked for, at least one */
export function announcedCost(facts: EngineFacts, cropPixels: number, variants: number): Cost {
  const megapixels = (cropPixels / pixelsPerMegapixel) * variants;
  return {
    pixels: cropPixels,
    seconds: facts.seconds.base + facts.seconds.perMegapixel * megapixels,
    usd: facts.usd.perRun * variants + facts.usd.perMegapixel * megapixels,
  };
}

/** How many of the last runs count: enough for a spread, few enough to follow a machine that has changed. */
export const runsLooked = 50;
/** Fewer tell nothing: the first of them loads a model. */
const runsToLearn = 3;
/** Fewer tell nothing of how they spread. */
const runsToSpread = 5;
/** Runs of up to this many times the pixels, or one part of it, tell more than the others. */
const alikeFactor = 4;

/**
 * The money as announced, the seconds as the last runs were: the announced ones times the median of what runs took over
 * what was announced for them. A median, since a first run loads a model and a last one may have shared its machine.
 */
export function estimateCost(engine: MeasuredEngine, cropPixels: number, variants: number): ExpectedCost {
  const announced = announcedCost(engine, cropPixels, variants);
  const alike = engine.runs.filter((run) => isAlike(run, cropPixels * variants));
  const runs = alike.length >= runsToSpread ? alike : engine.runs;
  if (runs.length < runsToLearn || announced.seconds === 0) return { ...announced, spread: null };
  const ratios = runs.map((run) => run.seconds / announcedFor(engine, run)).sort((a, b) => a - b);
  const seconds = (share: number) => announced.seconds * quantile(ratios, share);
  return {
    ...announced,
    seconds: seconds(0.5),
    spread: runs.length < runsToSpread ? null : { low: seconds(0.1), high: seconds(0.9), runs: runs.length },
  };
}

function isAlike({ pixels, variants }: EngineRun, wanted: number): boolean {
  const times = (pixels * variants) / wanted;
  return times <= alikeFactor && times >= 1 / alikeFactor;
}

function announcedFor(engine: EngineFacts, { pixels, variants }: EngineRun): number {
  return announcedCost(engine, pixels, variants).seconds;
}

/** Between two values what lies between them. @param sorted at least one */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/** Those that can do this kind of wish. */
export function enginesFor<T extends EngineFacts>(kind: IntentKind, engines: readonly T[]): readonly T[] {
  return engines.filter((engine) => engine.kinds.includes(kind));
}

/** Whether it costs nothing, whatever it is given. */
export function isFree({ usd }: EngineFacts): boolean {
  return usd.perRun === 0 && usd.perMegapixel === 0;
}
