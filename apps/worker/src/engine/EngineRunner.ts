import { Worker } from 'node:worker_threads';
import type { RunMessage, ThreadMessage } from './engineThread.ts';

export type RunOutcome = Exclude<ThreadMessage, { kind: 'progress' }>;

/**
 * One engine thread, started before it is needed, so that a run begins at once. Engines compute for
 * seconds on end: here that holds up no heartbeat, and a run that is given up ends with its thread.
 */
export class EngineRunner {
  #thread = startThread();

  /** Rejects with `signal.reason` once the signal aborts; the run is gone then. */
  run(message: RunMessage, signal: AbortSignal, progress: (fraction: number) => void): Promise<RunOutcome> {
    const thread = this.#thread;
    const { promise, resolve, reject } = Promise.withResolvers<RunOutcome>();
    const crash = (says: string) => resolve({ kind: 'failure', code: 'engine.crashed', says });
    const giveUp = () => {
      this.#replace();
      reject(signal.reason);
    };
    thread.on('message', (said: ThreadMessage) => {
      if (said.kind === 'progress') progress(said.fraction);
      else resolve(said);
    });
    thread.once('error', (error: Error) => crash(error.message));
    thread.once('exit', (code) => crash(`The engine ended with ${code}.`));
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    else thread.postMessage(message, [message.request.buffer as ArrayBuffer]);
    return promise
      .then((outcome) => {
        if (outcome.kind === 'failure' && outcome.code === 'engine.crashed') this.#replace();
        return outcome;
      })
      .finally(() => {
        signal.removeEventListener('abort', giveUp);
        thread.removeAllListeners();
        // A thread being ended may still say so.
        thread.on('error', () => undefined);
      });
  }

  async stop(): Promise<void> {
    await this.#thread.terminate();
  }

  #replace(): void {
    const old = this.#thread;
    this.#thread = startThread();
    void old.terminate();
  }
}

function startThread(): Worker {
  return new Worker(new URL('./engineThread.ts', import.meta.url));
}
