import { setTimeout } from 'node:timers/promises';

export type Clock = {
  /** Milliseconds, from any beginning. */
  now(): number;
  /** Rejects with the signal's reason once it aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
};

export const realClock: Clock = {
  now: () => performance.now(),
  async sleep(ms, signal) {
    await setTimeout(ms, undefined, { signal }).catch(() => undefined);
    signal.throwIfAborted();
  },
};
