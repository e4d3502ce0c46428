import { claimPort } from './claimPort.ts';

/** A port of loopback that was free a moment ago: whoever uses it must be ready to lose the race for it. */
export async function freePort(): Promise<number> {
  const claimed = await claimPort('127.0.0.1', 0);
  if (!claimed.ok) throw new Error(claimed.error.says);
  return claimed.value;
}
