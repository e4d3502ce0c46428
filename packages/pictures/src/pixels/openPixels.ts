import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { AlphaPlane, ProofCounts } from '@pinpaint/imaging';
import type { CutViewWish } from './cutView.ts';
import type { FitWish } from './fitArtwork.ts';
import type { ForeseenEdit, ForeseeWish } from './foreseeEdit.ts';
import type { LockWish } from './lockTest.ts';
import type { OutlineWish } from './outlineMask.ts';
import type { OverlayWish } from './overlay.ts';
import type { PermittedWish } from './permitted.ts';
import type { MaskWish, PermittedMask } from './permittedMask.ts';
import { type AnswerOf, type PixelJobName, seekingJobs, type WishOf, wholePictureJobs } from './pixelJobs.ts';
import type { DoneMessage, JobMessage } from './pixelThread.ts';
import type { PreviewWish } from './preview.ts';
import type { BetweenWish } from './proveDerived.ts';

/** Threads that are kept warm for pixel work; jobs wait for a free one. */
export type PixelThreads = {
  permittedAlpha(wish: PermittedWish): Promise<AlphaPlane | null>;
  touchesLock(wish: LockWish): Promise<boolean>;
  permittedMask(wish: MaskWish): Promise<PermittedMask | null>;
  fitArtwork(wish: FitWish): Promise<AnswerOf<'fitArtwork'>>;
  preview(wish: PreviewWish): Promise<Uint8Array>;
  overlay(wish: OverlayWish): Promise<Uint8Array>;
  foresee(wish: ForeseeWish): Promise<ForeseenEdit | null>;
  proveBetween(wish: BetweenWish): Promise<ProofCounts>;
  cutView(wish: CutViewWish): Promise<Uint8Array>;
  outlineMask(wish: OutlineWish): Promise<AnswerOf<'outlineMask'>>;
  run<N extends PixelJobName>(name: N, wish: WishOf<N>): Promise<AnswerOf<N>>;
  stop(): Promise<void>;
};

/** Threads that end one after another without having done anything never will. */
const startsLimit = 10;
/** Beyond this a caller is told so at once: what waits here is already held up in memory. */
const waitingLimit = 1_000;

type Job = {
  readonly message: JobMessage;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
};
type Thread = { readonly worker: Worker; job: Job | null };

/**
 * Whole pictures have threads of their own, started when there is one: no crop, which somebody waits for,
 * stands behind a picture that takes seconds.
 *
 * @param threads as many as there are cores, unless told otherwise
 */
export function openPixels({ threads = availableParallelism() } = {}): PixelThreads {
  const crops = openPool(threads);
  const wholes = openPool(Math.ceil(threads / 2));
  const seekers = openPool(1);
  const poolFor = (name: PixelJobName) => {
    if (seekingJobs.has(name)) return seekers;
    return wholePictureJobs.has(name) ? wholes : crops;
  };
  const run: Pool['run'] = (name, wish) => poolFor(name).run(name, wish);
  crops.start();
  return {
    permittedAlpha: (wish) => run('permitted', wish),
    permittedMask: (wish) => run('permittedMask', wish),
    fitArtwork: (wish) => run('fitArtwork', wish),
    touchesLock: (wish) => run('touchesLock', wish),
    preview: (wish) => run('preview', wish),
    overlay: (wish) => run('overlay', wish),
    foresee: (wish) => run('foreseeEdit', wish),
    proveBetween: (wish) => run('proveDerived', wish),
    cutView: (wish) => run('cutView', wish),
    outlineMask: (wish) => run('outlineMask', wish),
    run,
    async stop() {
      await Promise.all([crops.stop(), wholes.stop(), seekers.stop()]);
    },
  };
}

type Pool = Pick<PixelThreads, 'run' | 'stop'> & {
  /** Done by the first job, where nobody has done it before. */
  start(): void;
};

function openPool(threads: number): Pool {
  const waiting: Job[] = [];
  const all = new Set<Thread>();
  let lastId = 0;
  let startsInVain = 0;
  let stopped = false;

  function startThread(): void {
    const worker = new Worker(new URL('./pixelThread.ts', import.meta.url));
    const thread: Thread = { worker, job: null };
    all.add(thread);
    worker.unref();
    worker.on('message', (done: DoneMessage) => {
      const { job } = thread;
      thread.job = null;
      startsInVain = 0;
      worker.unref();
      if ('error' in done) job?.reject(new Error(done.error));
      else job?.resolve(done.answer as never);
      next();
    });
    worker.on('error', (error: Error) => lose(thread, error));
    worker.on('exit', () => lose(thread, new Error('A pixel thread has ended')));
  }

  /** Out of memory, most likely: its job fails, and another thread takes its place. */
  function lose(thread: Thread, error: Error): void {
    if (!all.delete(thread)) return;
    thread.job?.reject(error);
    startsInVain += 1;
    if (!stopped && startsInVain < startsLimit) startThread();
    else if (all.size === 0) refuse(error);
    next();
  }

  function refuse(error: Error): void {
    stopped = true;
    for (const job of waiting.splice(0)) job.reject(error);
  }

  function next(): void {
    for (const thread of all) {
      if (thread.job || waiting.length === 0) continue;
      thread.job = waiting.shift() ?? null;
      if (!thread.job) return;
      // While it works, the process must not end.
      thread.worker.ref();
      thread.worker.postMessage(thread.job.message);
    }
  }

  function run<N extends PixelJobName>(name: N, wish: WishOf<N>): Promise<AnswerOf<N>> {
    if (stopped) return Promise.reject(new Error('The pixel pool has been stopped'));
    if (waiting.length >= waitingLimit) return Promise.reject(new Error('Too much pixel work is waiting'));
    const { promise, resolve, reject } = Promise.withResolvers<AnswerOf<N>>();
    if (all.size === 0) start();
    lastId += 1;
    waiting.push({ message: { id: lastId, name, wish }, resolve, reject });
    next();
    return promise;
  }

  function start(): void {
    for (let i = 0; i < threads; i += 1) startThread();
  }

  return {
    run,
    start,
    async stop() {
      refuse(new Error('The pixel pool has been stopped'));
      await Promise.all([...all].map(({ worker }) => worker.terminate()));
    },
  };
}
