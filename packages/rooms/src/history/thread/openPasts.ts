import { err, ok, type Result } from '@pinpaint/domain';
import { PastEnded, type PastError, type PastErrorCode } from './PastEnded.ts';
import { PastWorker } from './PastWorker.ts';

/** A document that begins empty and goes through rows, oldest first; what it costs, a thread pays. */
export type PastWalk = Pick<PastWorker, 'take' | 'pass' | 'count' | 'merge' | 'state'>;

type WalkLimits = {
  /** From the asking on, waiting for a turn included. */
  readonly limitMs: number;
  /** Of whoever asks: aborted, nobody waits for it any more. */
  readonly signal?: AbortSignal | undefined;
};

/** Threads in which boards' pasts are walked through, kept warm; who finds none free waits. */
export type Pasts = {
  walk<T>(act: (past: PastWalk) => Promise<T>, limits: WalkLimits): Promise<Result<T, PastError>>;
  stop(): Promise<void>;
};

export type PastsOptions = {
  /** One more than one, so that a large board holds up nobody's small one. */
  readonly threads?: number;
  /** Each. A document of 20,000 shapes takes some 60; the largest that a room may hold about 600. */
  readonly memoryMb?: number;
  /** Beyond it who asks is told so at once. */
  readonly waitingAtMost?: number;
};

/** Starts a thread with the first who asks. */
export function openPasts({ threads = 2, memoryMb = 1024, waitingAtMost = 64 }: PastsOptions = {}): Pasts {
  const all = new Set<PastWorker>();
  const idle: PastWorker[] = [];
  const waiting = new Set<PromiseWithResolvers<PastWorker>>();

  async function walk<T>(
    act: (past: PastWalk) => Promise<T>,
    { limitMs, signal }: WalkLimits,
  ): Promise<Result<T, PastError>> {
    const over = overAt(limitMs, signal);
    try {
      const worker = await take(over.promise);
      try {
        return ok(await Promise.race([worker.begin().then(() => act(walkOn(worker, over))), over.promise]));
      } finally {
        leave(worker);
      }
    } catch (error) {
      if (error instanceof PastEnded) return err({ code: error.code });
      throw error;
    } finally {
      over.end();
    }
  }

  async function take(over: Promise<never>): Promise<PastWorker> {
    const free = idle.pop() ?? start();
    if (free) return free;
    if (waiting.size >= waitingAtMost) throw new PastEnded('history.busy');
    const turn = Promise.withResolvers<PastWorker>();
    waiting.add(turn);
    try {
      return await Promise.race([turn.promise, over]);
    } catch (error) {
      // Its turn may have come in the same moment.
      void turn.promise.then(leave, () => undefined);
      throw isOf(error, 'history.timed-out') ? new PastEnded('history.busy') : error;
    } finally {
      waiting.delete(turn);
    }
  }

  function start(): PastWorker | null {
    if (all.size >= threads) return null;
    const worker = new PastWorker({ memoryMb });
    all.add(worker);
    return worker;
  }

  /** One that is in the middle of something nobody waits for is ended: nothing else stops Yjs. */
  function leave(worker: PastWorker): void {
    if (worker.isBusy || worker.isLost) {
      all.delete(worker);
      void worker.end();
    } else idle.push(worker);
    const [next] = waiting;
    const free = next && (idle.pop() ?? start());
    if (!next || !free) return;
    waiting.delete(next);
    next.resolve(free);
  }

  return {
    walk,
    async stop() {
      for (const { reject } of waiting) reject(new PastEnded('history.given-up'));
      await Promise.all([...all].map((worker) => worker.end()));
    },
  };
}

type Over = { readonly promise: Promise<never>; readonly isOver: () => boolean; readonly end: () => void };

/** Rejects once, with why. */
function overAt(limitMs: number, signal: AbortSignal | undefined): Over {
  const { promise, reject } = Promise.withResolvers<never>();
  let isOver = false;
  const finish = (code: PastErrorCode) => {
    isOver = true;
    reject(new PastEnded(code));
  };
  const give = () => finish('history.given-up');
  const limit = setTimeout(() => finish('history.timed-out'), limitMs);
  signal?.addEventListener('abort', give, { once: true });
  if (signal?.aborted) give();
  // Nobody may be listening just then.
  promise.catch(() => undefined);
  return {
    promise,
    isOver: () => isOver,
    end: () => {
      isOver = true;
      clearTimeout(limit);
      signal?.removeEventListener('abort', give);
    },
  };
}

/** What goes on after its end finds no thread: by then it is somebody else's. */
function walkOn(worker: PastWorker, { isOver }: Over): PastWalk {
  const own = (): PastWorker => {
    if (isOver()) throw new PastEnded('history.given-up');
    return worker;
  };
  return {
    take: async (updates) => own().take(updates),
    pass: async () => own().pass(),
    count: async () => own().count(),
    merge: async () => own().merge(),
    state: async () => own().state(),
  };
}

function isOf(error: unknown, code: PastErrorCode): boolean {
  return error instanceof PastEnded && error.code === code;
}
