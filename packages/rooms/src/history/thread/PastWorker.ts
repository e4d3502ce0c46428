import { Worker } from 'node:worker_threads';
import type { BoardChanges } from '@pinpaint/board';
import { PastEnded } from './PastEnded.ts';
import type { PastAnswer, PastStep } from './pastThread.ts';
import type { PackedUpdates } from './unpackUpdates.ts';

/** A thread with a document in it. One step at a time. */
export class PastWorker {
  readonly #thread: Worker;
  #asked: PromiseWithResolvers<PastAnswer> | null = null;
  #lost: Error | null = null;

  constructor({ memoryMb }: { readonly memoryMb: number }) {
    this.#thread = new Worker(new URL('./pastThread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    this.#thread.unref();
    this.#thread.on('message', (answer: PastAnswer) => this.#hear(answer));
    this.#thread.on('error', (error: Error) => this.#lose(error));
    this.#thread.on('exit', () => this.#lose(new Error('The thread of the past has ended')));
  }

  get isLost(): boolean {
    return this.#lost !== null;
  }

  get isBusy(): boolean {
    return this.#asked !== null;
  }

  async begin(): Promise<void> {
    await this.#ask({ kind: 'begin' });
  }

  async take(updates: PackedUpdates): Promise<void> {
    await this.#ask({ kind: 'take', updates });
  }

  async pass(): Promise<void> {
    await this.#ask({ kind: 'pass' });
  }

  async count(): Promise<BoardChanges> {
    const answer = await this.#ask({ kind: 'count' });
    if (answer.kind !== 'changes') throw new Error(`The thread of the past answered ${answer.kind}`);
    return answer.changes;
  }

  merge(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#bytesOf('merge');
  }

  state(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#bytesOf('state');
  }

  /** Whatever is under way is given up. */
  async end(): Promise<void> {
    this.#lost ??= new PastEnded('history.given-up');
    await this.#thread.terminate();
  }

  async #bytesOf(kind: 'merge' | 'state'): Promise<Uint8Array<ArrayBuffer>> {
    const answer = await this.#ask({ kind });
    if (answer.kind !== 'bytes') throw new Error(`The thread of the past answered ${answer.kind}`);
    return answer.bytes;
  }

  #ask(step: PastStep): Promise<PastAnswer> {
    if (this.#lost) return Promise.reject(this.#lost);
    if (this.#asked) return Promise.reject(new Error('The thread of the past takes one step at a time'));
    const asked = Promise.withResolvers<PastAnswer>();
    this.#asked = asked;
    // While it works, the process must not end.
    this.#thread.ref();
    this.#thread.postMessage(step, step.kind === 'take' ? [step.updates.bytes.buffer] : []);
    return asked.promise;
  }

  #hear(answer: PastAnswer): void {
    const asked = this.#asked;
    this.#asked = null;
    this.#thread.unref();
    if (answer.kind === 'fault') asked?.reject(new Error(answer.says));
    else asked?.resolve(answer);
  }

  #lose(error: Error): void {
    this.#lost ??= isOutOfMemory(error) ? new PastEnded('history.too-large') : error;
    this.#asked?.reject(this.#lost);
    this.#asked = null;
  }
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
