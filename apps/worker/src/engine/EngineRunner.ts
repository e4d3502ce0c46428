import { type EngineHost, startProcess, startThread } from './engineHost.ts';
import type { EngineSources } from './engineRegistry.ts';
import type { RunMessage, SaidMessage, ThreadMessage } from './engineThread.ts';

export type RunOutcome = Exclude<ThreadMessage, { kind: 'progress' }>;

/** Far beyond what any local engine needs for the largest crop; whoever is still at it hangs. */
const runLimitMs = 15 * 60_000;

export type RunnerOptions = {
  readonly sources: EngineSources;
  /** Native code needs a process of its own, see `startProcess`. */
  readonly host: 'thread' | 'process';
  /** How a run ends that is given up: engines that compute hear nothing, those that wait are told and stay. */
  readonly givesUp: 'by-ending-it' | 'by-telling-it';
};

/**
 * Where engines run, started before it is needed, so that a run begins at once. Engines compute for
 * seconds on end: here that holds up no heartbeat. Hosted ones have a thread of their own, which lives on, since
 * it counts their calls, and models a process, which keeps them open.
 */
export class EngineRunner {
  readonly #options: RunnerOptions;
  #host: EngineHost;
  #runs = 0;

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#host = startHost(options);
  }

  /** Rejects with `signal.reason` once the signal aborts; the run is gone then. */
  run(message: RunMessage, signal: AbortSignal, progress: (fraction: number) => void): Promise<RunOutcome> {
    if (this.#host.isGone()) this.#replace();
    const host = this.#host;
    const { promise, resolve, reject } = Promise.withResolvers<RunOutcome>();
    const crash = (says: string) => resolve({ kind: 'failure', code: 'engine.crashed', says });
    this.#runs += 1;
    const run = this.#runs;
    const hear = ({ run: of, ...said }: SaidMessage) => {
      if (of !== run) return;
      if (said.kind === 'progress') progress(said.fraction);
      else resolve(said);
    };
    const fail = (error: Error) => crash(error.message);
    const exit = (code: number | null) => crash(`The engine ended with ${code}.`);
    const giveUp = () => {
      if (this.#options.givesUp === 'by-ending-it') this.#replace();
      else host.ask({ kind: 'give-up', run });
      reject(signal.reason);
    };
    const limit = setTimeout(
      () => crash(`The engine did not end within ${runLimitMs / 60_000} minutes.`),
      runLimitMs,
    );
    const stopListening = host.listen({ hear, fail, exit });
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    else host.ask({ kind: 'run', run, ...message });
    return promise
      .then((outcome) => {
        if (outcome.kind === 'failure' && outcome.code === 'engine.crashed') this.#replace();
        return outcome;
      })
      .finally(() => {
        clearTimeout(limit);
        signal.removeEventListener('abort', giveUp);
        stopListening();
      });
  }

  async stop(): Promise<void> {
    await this.#host.end();
  }

  #replace(): void {
    const old = this.#host;
    this.#host = startHost(this.#options);
    void old.end();
  }
}

function startHost({ host, sources }: RunnerOptions): EngineHost {
  return host === 'process' ? startProcess(sources) : startThread(sources);
}
