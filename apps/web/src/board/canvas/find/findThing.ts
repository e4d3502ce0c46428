import type { FrameId } from '@pinpaint/domain';
import type { SelectHints, SelectResult } from '@pinpaint/imaging';
import type { PictureSource } from '../scene.ts';

type Lasso = Extract<SelectResult, { ok: true }>['value'];

/** What is to be found in a picture: a thing that hints show, or the edges near a line that was drawn. */
export type FindWish = { readonly source: PictureSource } & (
  | ({ readonly kind: 'thing'; readonly hints: SelectHints } & FindBy)
  | { readonly kind: 'snap'; readonly lasso: Lasso }
);

/** Asked of the server's model, where it has one, unless edges are wanted. */
type FindBy = { readonly frameId: FrameId; readonly byEdges: boolean };

export type FindAnswer = (
  | SelectResult
  | { readonly ok: false; readonly error: { readonly code: 'select.unread' } }
) & {
  /** The model that found it; without one, edges have. */
  readonly segmenter?: string;
  /** Why it was not the model that was asked: it found nothing, or did not answer. */
  readonly instead?: 'nothing' | 'away';
};

/** The one that waits for the next wish, warm. */
let idle: Worker | null = null;

/** So that the first search does not wait for a worker to start. */
export function warmFinder(): void {
  idle ??= startWorker();
}

function startWorker(): Worker {
  return new Worker(new URL('./findWorker.ts', import.meta.url), { type: 'module' });
}

/** Looks beside the page's own thread. Whoever no longer waits ends the search at once, with its worker. */
export function findThing(wish: FindWish, signal: AbortSignal): Promise<FindAnswer> {
  const worker = idle ?? startWorker();
  idle = null;
  return new Promise((resolve, reject) => {
    const stop = () => {
      worker.terminate();
      reject(signal.reason);
    };
    worker.onmessage = ({ data }: MessageEvent<FindAnswer>) => {
      signal.removeEventListener('abort', stop);
      if (idle) worker.terminate();
      else idle = worker;
      resolve(data);
    };
    worker.onerror = () => {
      signal.removeEventListener('abort', stop);
      worker.terminate();
      resolve({ ok: false, error: { code: 'select.unread' } });
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.postMessage(wish);
  });
}
