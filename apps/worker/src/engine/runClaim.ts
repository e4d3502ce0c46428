import { type Log, traced } from '@pinpaint/config';
import { runLimitMs } from '@pinpaint/domain';
import { encodeRequest } from '@pinpaint/pictures/parcel';
import type { EngineRunner } from './EngineRunner.ts';
import { keepLease } from './keepLease.ts';
import type { RunTold } from './tellOfRuns.ts';
import { type Claim, type WorkerApi, WorkerApiError } from './WorkerApi.ts';

export type ClaimDeps = {
  readonly api: WorkerApi;
  readonly runnerFor: (engine: string) => EngineRunner;
  readonly log: Log;
  readonly told: RunTold;
};

/** One claimed edit, from its planes to the answer. Ends quietly when the lease is lost or the edit cancelled. */
export function runClaim(deps: ClaimDeps, claim: Claim, hurry: AbortSignal): Promise<void> {
  const { editId, epoch, engine, traceparent } = claim;
  const ids = { editId, epoch, engine };
  const facts = { from: traceparent, kind: 'consumer', attributes: ids } as const;
  return traced(`run ${engine}`, facts, () => runTo(deps, claim, { ids, hurry }));
}

type Run = { readonly ids: object; readonly hurry: AbortSignal };

async function runTo(
  { api, runnerFor, log, told }: ClaimDeps,
  claim: Claim,
  { ids, hurry }: Run,
): Promise<void> {
  const { engine } = claim;
  const since = performance.now();
  const lease = keepLease(api, claim, log);
  const signal = AbortSignal.any([lease.lost, hurry]);
  try {
    const { intent, note, seed, strength, variants, draws } = claim;
    const request = draws ? blankRequest() : await api.request(claim, signal);
    const outcome = await runnerFor(engine).run(
      { engine, request, intent, note, seed, strength, variants, draws },
      { limitMs: runLimitMs(claim.expectedSeconds), signal, progress: lease.progress },
    );
    if (outcome.kind === 'answer') await api.answer(claim, outcome);
    else await api.failure(claim, { code: outcome.code, says: outcome.says.slice(0, 500), usd: outcome.usd });
    const isAnswer = outcome.kind === 'answer';
    told(engine, isAnswer ? 'answer' : outcome.code, (performance.now() - since) / 1000);
    const failed = outcome.kind === 'failure' && { code: outcome.code, says: outcome.says };
    log.info({ ...ids, outcome: outcome.kind, ...failed }, 'edit done');
  } catch (err) {
    if (hurry.aborted) {
      await api.release(claim).catch(() => undefined);
      log.info(ids, 'edit given back');
    } else if (lease.lost.aborted || (err instanceof WorkerApiError && err.code === 'lease.lost')) {
      log.info(ids, 'edit no longer ours');
    } else {
      // Without an answer the lease runs out, and another worker takes the edit.
      log.warn({ ...ids, err }, 'edit could not be brought to an end');
      throw err;
    }
  } finally {
    lease.stop();
  }
}

/** What is drawn from words has no picture under it; engines get one of a single pixel, of which nothing is known. */
function blankRequest(): Uint8Array {
  const [none, all] = [Uint8Array.of(0), Uint8Array.of(255)];
  const crop = { width: 1, height: 1, depth: 8, data: new Uint8Array(3) } as const;
  return encodeRequest({ crop, permitted: all, region: all, known: none, locked: none });
}
