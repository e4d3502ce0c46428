import type { Clock } from './clock.ts';

export type Turns = {
  /** Comes back when one more call is within the rate; rejects with the signal's reason once it aborts. */
  take(signal: AbortSignal): Promise<void>;
};

const minuteMs = 60_000;

/** No more than so many calls in any minute, whichever runs they are of; who asks first is served first. */
export function createTurns(perMinute: number, clock: Clock): Turns {
  const taken: number[] = [];
  let last: Promise<unknown> = Promise.resolve();

  async function take(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const oldest = taken.length < perMinute ? undefined : taken[0];
    if (oldest !== undefined) {
      await clock.sleep(Math.max(0, oldest + minuteMs - clock.now()), signal);
      // Only now: one that was given up has called nobody.
      taken.shift();
    }
    taken.push(clock.now());
  }

  return {
    take(signal) {
      const turn = last.then(() => take(signal));
      last = turn.catch(() => undefined);
      return untilAborted(turn, signal);
    },
  };
}

/** Whoever gives up doesn't wait for those ahead. */
async function untilAborted(turn: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const giveUp = (): void => reject(signal.reason);
  signal.addEventListener('abort', giveUp, { once: true });
  if (signal.aborted) giveUp();
  try {
    await Promise.race([turn, promise]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
