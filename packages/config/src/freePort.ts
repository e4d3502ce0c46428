import { randomInt } from 'node:crypto';
import { claimPort } from './claimPort.ts';

/**
 * Below those that a system hands out by itself, from 32768 on Linux and 49152 elsewhere: else any connection that
 * goes out before the port is used may be given it.
 */
const [lowest, beyond] = [20_000, 32_768];
const attempts = 100;

/** A port of loopback that was free a moment ago: whoever uses it must be ready to lose the race for it. */
export async function freePort(): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const claimed = await claimPort('127.0.0.1', randomInt(lowest, beyond));
    if (claimed.ok) return claimed.value;
    if (attempt === attempts) throw new Error(claimed.error.says);
  }
}
