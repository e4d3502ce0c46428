import { setTimeout as sleep } from 'node:timers/promises';
import type { Log, Metrics, WorkerConfig } from '@pinpaint/config';
import { type EngineFacts, newId, type WorkerId } from '@pinpaint/domain';
import { answerSelections } from './answerSelections.ts';
import { openEngines, segmentModel } from './engineRegistry.ts';
import type { UnfitEngine } from './engineThread.ts';
import { runClaim } from './runClaim.ts';
import { startRunners } from './startRunners.ts';
import { tellOfRuns } from './tellOfRuns.ts';
import { type Claim, connectApi, type WorkerApi, WorkerApiError } from './WorkerApi.ts';

export type EngineWorker = {
  /** Takes no more work, finishes what it has within a limit, else gives it back. */
  stop(): Promise<void>;
};

type Usable = {
  readonly engines: readonly EngineFacts[];
  /** null: no model here selects, or it can't be used. */
  readonly segmenter: string | null;
};

/** Less than what proxies allow a silent request; and whoever asks no more is missed soon. */
const waitSeconds = 5;
const backoffMs = { first: 250, most: 10_000 } as const;
/** What is longer under way is better begun anew elsewhere than waited for. */
const drainMs = 10_000;
/** Gigabytes from a slow disk are opened in it; what else this worker has is not kept waiting for longer. */
const lookMs = 5 * 60_000;
/** Runs at services that one worker waits for at a time. */
const mostOutside = 16;

type EngineDeps = { readonly log: Log; readonly metrics: Metrics };

/** The untrusted role: it gets crops and returns patches, over HTTP alone. */
export function startEngineWorker(config: WorkerConfig, { log, metrics }: EngineDeps): EngineWorker {
  const { token } = config;
  if (!token) throw new Error('WORKER_TOKEN is needed to ask for work');
  const workerId = newId<WorkerId>();
  const api = connectApi({ apiUrl: config.apiUrl, token, workerId });
  const sources = { models: config.models, services: config.services };
  const all = [...openEngines(sources).engines.values()];
  const { runnerFor, selecting, ...runners } = startRunners(sources, all);
  const draining = new AbortController();
  const hurry = new AbortController();
  const hosted = new Set(all.filter(({ runsIn }) => runsIn === 'elsewhere').map(({ facts }) => facts.name));
  const outside = new Set<Promise<void>>();
  const workerLog = log.child({ workerId });
  /** With what it announced. */
  const known = Promise.withResolvers<Usable | null>();
  const runDeps = { api, runnerFor, log: workerLog, told: tellOfRuns(metrics) };

  async function work(): Promise<void> {
    const { engines, segmenter } = await usable();
    let failures = 0;
    let announced = false;
    while (!draining.signal.aborted) {
      try {
        if (!announced) {
          await api.announce({ name: config.name, engines, segmenter });
          announced = true;
          known.resolve({ engines, segmenter });
          workerLog.info({ engines: engines.map(({ name }) => name), segmenter }, 'engine worker ready');
        }
        const claim = await api.claim(waitSeconds, draining.signal);
        if (claim && hosted.has(claim.engine)) await waitOutside(claim);
        else if (claim) await runClaim(runDeps, claim, hurry.signal);
        failures = 0;
      } catch (err) {
        if (draining.signal.aborted) return;
        // It may have forgotten us: a new database, or a worker it has not seen for long.
        announced &&= !(err instanceof WorkerApiError && err.code === 'worker.not-found');
        const waitMs = Math.min(backoffMs.most, backoffMs.first * 2 ** failures);
        failures += 1;
        workerLog.warn({ err, waitMs }, 'the API does not answer as it should; trying again');
        await sleep(waitMs, undefined, { signal: draining.signal }).catch(() => undefined);
      }
    }
  }

  /** What is announced is promised: a model that can't be opened is not, and the operator reads why. */
  async function usable(): Promise<Usable> {
    const unfit = await lookAtModels();
    for (const { name, code, says } of unfit) {
      const path = config.models.models.find((model) => model.name === name)?.path;
      workerLog.error({ engine: name, path, code, says }, 'this model can’t be used and is left out');
    }
    const isFit = (name: string) => !unfit.some((one) => one.name === name);
    const selects = segmentModel(config.models)?.name ?? null;
    return {
      engines: all.map(({ facts }) => facts).filter(({ name }) => isFit(name)),
      segmenter: selects !== null && isFit(selects) ? selects : null,
    };
  }

  async function lookAtModels(): Promise<readonly UnfitEngine[]> {
    try {
      return await runners.look(AbortSignal.any([draining.signal, AbortSignal.timeout(lookMs)]));
    } catch (error) {
      if (draining.signal.aborted) return [];
      // One of them ended the whole process, or never opens: nobody can say which, so none is used.
      const says = error instanceof Error ? error.message : String(error);
      return config.models.models.map(({ name }) => ({ name, code: 'engine.crashed', says }));
    }
  }

  /** A service is only waited for: what is computed here goes on meanwhile. */
  async function waitOutside(claim: Claim): Promise<void> {
    const waiting = runClaim(runDeps, claim, hurry.signal)
      // It has been told, and the lease runs out.
      .catch(() => undefined)
      .finally(() => outside.delete(waiting));
    outside.add(waiting);
    if (outside.size >= mostOutside) await Promise.race(outside);
  }

  async function select(): Promise<void> {
    if (!selecting) return;
    const announced = await known.promise;
    if (!announced?.segmenter) return;
    await answerSelections({ api, runner: selecting, log: workerLog, draining: draining.signal });
  }

  const working = Promise.all([work(), select()]);
  return {
    async stop() {
      draining.abort();
      known.resolve(null);
      const late = setTimeout(() => hurry.abort(new Error('the worker has to go')), drainMs);
      await sayDraining(api);
      await working;
      await Promise.all(outside);
      clearTimeout(late);
      await runners.stop();
    },
  };
}

/** Only so that nobody counts on it any more; silence says the same after half a minute. */
async function sayDraining(api: WorkerApi): Promise<void> {
  await api.drain().catch(() => undefined);
}
