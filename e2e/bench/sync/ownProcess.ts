/** Told to whoever has started this process: what the server takes is counted from the first mark to the second. */
export function mark(): void {
  process.send?.('mark');
}

/** Asks what the server holds, once it has collected, and waits for the pages to go back. */
export async function hold(): Promise<void> {
  process.send?.('hold');
  await rest(3_000);
}

/** What came of it, as the last thing this process does. */
export async function tell(run: () => Promise<object>): Promise<void> {
  process.send?.(await run());
  process.disconnect?.();
}

export function rest(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
