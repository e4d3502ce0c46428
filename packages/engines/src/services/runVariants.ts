import { type EngineCandidate, EngineError, type EngineRequest, type ReportProgress } from '../engine.ts';

type Run = { readonly signal: AbortSignal; readonly progress: ReportProgress };

/** Up to which share a run that only waits may seem to have come. */
const waitedShare = 0.9;

/**
 * A call a variant, all of them at once: the service's own rate holds them apart. What some have brought is kept where
 * others failed; their cost is on the ones that are there.
 */
export async function runVariants(
  { seed, variants }: Pick<EngineRequest, 'seed' | 'variants'>,
  { signal, progress }: Run,
  draw: (seed: number, variant: number) => Promise<EngineCandidate>,
): Promise<readonly EngineCandidate[]> {
  let done = 0;
  const runs = Array.from({ length: variants }, async (_, i) => {
    // Services take 32 bits with a sign.
    const candidate = await draw((seed + i) % 2 ** 31, i);
    done += 1;
    progress((waitedShare * done) / variants);
    return candidate;
  });
  const ends = await Promise.allSettled(runs);
  signal.throwIfAborted();
  const candidates = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  const failures = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  const lost = sumOf(failures.map((failure) => (failure instanceof EngineError ? failure.usd : undefined)));
  const [first, ...others] = candidates;
  if (!first) throw withCost(failures[0], lost);
  return [{ ...first, usd: sumOf([first.usd, lost]) }, ...others];
}

/** Of what is not known nothing is known: the whole counts as estimated. */
function sumOf(costs: readonly (number | undefined)[]): number | undefined {
  return costs.reduce((sum, usd) => (sum === undefined || usd === undefined ? undefined : sum + usd), 0);
}

function withCost(failure: unknown, usd: number | undefined): unknown {
  return failure instanceof EngineError ? new EngineError(failure.code, failure.message, usd) : failure;
}
