import { Worker } from 'node:worker_threads';
import type { EngineSources } from './engineRegistry.ts';
import type { AskMessage, RunMessage, SaidMessage, ThreadMessage } from './engineThread.ts';

export type RunOutcome = Exclude<ThreadMessage, { kind: 'progress' }>;

/** Far beyond what any local engine needs for the largest crop; whoever is still at it hangs. */
const runLimitMs = 15 * 60_000;

export type RunnerOptions = {
  readonly sources: EngineSources;
  /** How a run ends that is given up: engines that compute hear nothing, those that wait are told and stay. */
  readonly givesUp: 'by-ending-it' | 'by-telling-it';
};

/**
 * One engine thread, started before it is needed, so that a run begins at once. Engines compute for
 * seconds on end: here that holds up no heartbeat. Hosted ones have a thread of their own, which lives on, since
 * it counts their calls.
 */
export class EngineRunner {
  readonly #options: RunnerOptions;
  #thread: Worker;
  #runs = 0;

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#thread = startThread(options);
  }

  /** Rejects with `signal.reason` once the signal aborts; the run is gone then. */
  run(message: RunMessage, signal: AbortSignal, progress: (fraction: number) => void): Promise<RunOutcome> {
    // −1: it ended since the last run.
    if (this.#thread.threadId === -1) this.#replace();
    const thread = this.#thread;
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
    const end = (code: number) => crash(`The engine ended with ${code}.`);
    const giveUp = () => {
      if (this.#options.givesUp === 'by-ending-it') this.#replace();
      else thread.postMessage({ kind: 'give-up', run } satisfies AskMessage);
      reject(signal.reason);
    };
    const limit = setTimeout(
      () => crash(`The engine did not end within ${runLimitMs / 60_000} minutes.`),
      runLimitMs,
    );
    // By name, and never all of them: the thread's own channel hangs on one of its listeners.
    thread.on('message', hear).on('error', fail).on('exit', end);
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    else {
      const ask: AskMessage = { kind: 'run', run, ...message };
      thread.postMessage(ask, [message.request.buffer as ArrayBuffer]);
    }
    return promise
      .then((outcome) => {
        if (outcome.kind === 'failure' && outcome.code === 'engine.crashed') this.#replace();
        return outcome;
      })
      .finally(() => {
        clearTimeout(limit);
        signal.removeEventListener('abort', giveUp);
        thread.off('message', hear).off('error', fail).off('exit', end);
      });
  }

  async stop(): Promise<void> {
    await this.#thread.terminate();
  }

  #replace(): void {
    const old = this.#thread;
    this.#thread = startThread(this.#options);
    void old.terminate();
  }
}

function startThread({ sources }: RunnerOptions): Worker {
  const thread = new Worker(new URL('./engineThread.ts', import.meta.url), { workerData: sources });
  // One that ends between two runs is found out by the next one; it must not end the process.
  thread.on('error', () => undefined);
  return thread;
}
