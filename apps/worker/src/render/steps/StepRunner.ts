import { Worker } from 'node:worker_threads';
import type { FromThread, StepOutcome, ToThread } from './stepThread.ts';
import type { StepWish } from './stepWish.ts';

/** Not the step's fault: another renderer makes it. */
export class RendererStops extends Error {}

/**
 * The thread that steps run in, one at a time, started with the first: it has the networks, and keeps them warm.
 * A run is given up between two tiles or frames and never by ending the thread: native code may be at work in it.
 */
export class StepRunner {
  #thread: Worker | null = null;
  #running: Promise<unknown> = Promise.resolve();

  /** Rejects when the runner is stopped in mid-run: whoever asked tries again elsewhere. */
  async run(wish: StepWish, signal: AbortSignal, progress: (fraction: number) => void): Promise<StepOutcome> {
    const running = this.#run(wish, signal, progress);
    this.#running = running;
    const outcome = await running;
    if (outcome.kind === 'cancelled' && !signal.aborted) throw new RendererStops('The renderer stops');
    return outcome;
  }

  #run(wish: StepWish, signal: AbortSignal, progress: (fraction: number) => void): Promise<StepOutcome> {
    const thread = this.#start();
    const { promise, resolve } = Promise.withResolvers<StepOutcome>();
    const hear = (said: FromThread) => (said.kind === 'progress' ? progress(said.fraction) : resolve(said));
    const crash = (error: Error) =>
      this.#lose(thread, () => resolve({ kind: 'crashed', says: error.message }));
    const end = (code: number) => crash(new Error(`The thread ended with ${code}`));
    const cancel = () => thread.postMessage({ kind: 'cancel' } satisfies ToThread);
    thread.on('message', hear).on('error', crash).on('exit', end);
    thread.ref();
    thread.postMessage({ kind: 'run', wish } satisfies ToThread);
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    return promise.finally(() => {
      signal.removeEventListener('abort', cancel);
      thread.off('message', hear).off('error', crash).off('exit', end);
      thread.unref();
    });
  }

  async stop(): Promise<void> {
    this.#thread?.postMessage({ kind: 'cancel' } satisfies ToThread);
    await this.#running;
    await this.#thread?.terminate();
  }

  #start(): Worker {
    if (this.#thread) return this.#thread;
    const thread = new Worker(new URL('./stepThread.ts', import.meta.url));
    // One that ends between two runs is replaced by the next one; it must not end the process.
    thread.on('error', () => undefined).on('exit', () => this.#lose(thread, () => undefined));
    this.#thread = thread;
    return thread;
  }

  #lose(thread: Worker, then: () => void): void {
    if (this.#thread === thread) this.#thread = null;
    then();
  }
}
