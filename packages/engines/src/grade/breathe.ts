/** Lets messages in (an abort arrives as one), then rejects with the signal's reason if it has aborted. */
export async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}
