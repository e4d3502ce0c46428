import type { MaskWish } from './maskOf.ts';
import type { MaskAnswer } from './maskWorker.ts';

/** Makes masks beside the page's own thread, one at a time; of wishes that come meanwhile only the last counts. */
export class MaskMaker {
  readonly #worker = new Worker(new URL('./maskWorker.ts', import.meta.url), { type: 'module' });
  #next: { readonly wish: MaskWish; readonly done: (mask: MaskAnswer) => void } | null = null;
  #isBusy = false;

  make(wish: MaskWish, done: (mask: MaskAnswer) => void): void {
    this.#next = { wish, done };
    this.#begin();
  }

  stop(): void {
    this.#worker.terminate();
  }

  #begin(): void {
    const job = this.#next;
    if (this.#isBusy || !job) return;
    this.#next = null;
    this.#isBusy = true;
    this.#worker.onmessage = ({ data }: MessageEvent<MaskAnswer>) => {
      this.#isBusy = false;
      if (!this.#next) job.done(data);
      this.#begin();
    };
    this.#worker.postMessage(job.wish);
  }
}
