import type { WorkCalls } from '../ctx.ts';

export type Waiting = {
  /** How long to wait when there is nothing. */
  readonly waitMs: number;
  readonly signal?: AbortSignal | undefined;
};

/** A call may get lost with a connection, and a lost lease calls nobody. */
const lookAgainMs = 2_000;

/** Looks at each call until something is there; null when nothing came in time, or nobody waits any more. */
export async function lookUntil<T>(
  calls: WorkCalls,
  { waitMs, signal }: Waiting,
  look: () => Promise<T | null>,
): Promise<T | null> {
  const until = Date.now() + waitMs;
  for (;;) {
    // Listening before looking: what is queued in between would else be heard of by nobody.
    const woken = new AbortController();
    const leftMs = until - Date.now();
    const call = calls.next(Math.max(0, Math.min(lookAgainMs, leftMs)), woken.signal);
    const seen = await look();
    if (seen !== null || leftMs <= 0 || signal?.aborted) {
      woken.abort();
      return seen;
    }
    signal?.addEventListener('abort', () => woken.abort(), { once: true });
    await call;
  }
}
