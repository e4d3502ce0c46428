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
    const oldest = taken.length < perMinute ? null : (taken.shift() ?? null);
    if (oldest !== null) await clock.sleep(Math.max(0, oldest + minuteMs - clock.now()), signal);
    taken.push(clock.now());
  }

  return {
    take(signal) {
      const turn = last.then(() => take(signal));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
