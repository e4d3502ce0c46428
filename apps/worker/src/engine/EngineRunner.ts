import { Worker } from 'node:worker_threads';
import type { ModelsConfig } from '@pinpaint/config';
import type { RunMessage, ThreadMessage } from './engineThread.ts';

export type RunOutcome = Exclude<ThreadMessage, { kind: 'progress' }>;

/** Far beyond what any local engine needs for the largest crop; whoever is still at it hangs. */
const runLimitMs = 15 * 60_000;

/**
 * One engine thread, started before it is needed, so that a run begins at once. Engines compute for
 * seconds on end: here that holds up no heartbeat, and a run that is given up ends with its thread.
 */
export class EngineRunner {
  readonly #models: ModelsConfig;
  #thread: Worker;

  constructor(models: ModelsConfig) {
    this.#models = models;
    this.#thread = startThread(models);
  }

  /** Rejects with `signal.reason` once the signal aborts; the run is gone then. */
  run(message: RunMessage, signal: AbortSignal, progress: (fraction: number) => void): Promise<RunOutcome> {
    // −1: it ended since the last run.
    if (this.#thread.threadId === -1) this.#replace();
    const thread = this.#thread;
    const { promise, resolve, reject } = Promise.withResolvers<RunOutcome>();
    const crash = (says: string) => resolve({ kind: 'failure', code: 'engine.crashed', says });
    const hear = (said: ThreadMessage) => {
      if (said.kind === 'progress') progress(said.fraction);
      else resolve(said);
    };
    const fail = (error: Error) => crash(error.message);
    const end = (code: number) => crash(`The engine ended with ${code}.`);
    const giveUp = () => {
      this.#replace();
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
    else thread.postMessage(message, [message.request.buffer as ArrayBuffer]);
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
    this.#thread = startThread(this.#models);
    void old.terminate();
  }
}

function startThread(models: ModelsConfig): Worker {
  const thread = new Worker(new URL('./engineThread.ts', import.meta.url), { workerData: models });
  // One that ends between two runs is found out by the next one; it must not end the process.
  thread.on('error', () => undefined);
  return thread;
}
