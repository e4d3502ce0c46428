import { setImmediate } from 'node:timers/promises';

/** Lets messages in (an abort arrives as one), then rejects with the signal's reason if it has aborted. */
export async function breathe(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}
