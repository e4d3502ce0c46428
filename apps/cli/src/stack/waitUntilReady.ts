import { setTimeout as sleep } from 'node:timers/promises';
import { StackFailure } from './StackFailure.ts';

/** A first start on a slow disk; after it something is wrong that waiting won't mend. */
const limitMs = 90_000;
const betweenMs = 100;

/** Until `/readyz` says 200: database, queue, blobs, renderer and a worker all answer. Ends soon after `signal` aborts. */
export async function waitUntilReady(url: string, signal?: AbortSignal): Promise<void> {
  const until = Date.now() + limitMs;
  let last = 'nothing answered';
  while (Date.now() < until) {
    signal?.throwIfAborted();
    try {
      const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) });
      if (answer.ok) return;
      last = await answer.text();
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await sleep(betweenMs);
  }
  throw new StackFailure('stack.not-ready', `Not ready after ${limitMs / 1000} s: ${last}`);
}
