import { type CountedCalls, countedMs } from './turnsLeft.sql.ts';

type Queue = {
  readonly begun: readonly CountedCalls[];
  /** In the order of their turns. */
  readonly waiting: readonly { readonly id: string; readonly calls: number }[];
  readonly perMinute: number;
  readonly now: Date;
};

/**
 * When a rate has room for each of those that wait for it, one after the other. Others may come and take their turns, so
 * it is an expectation.
 */
export function turnTimes({ begun, waiting, perMinute, now }: Queue): ReadonlyMap<string, Date> {
  const counted = [...begun];
  let at = now;
  const times = new Map<string, Date>();
  for (const { id, calls } of waiting) {
    while (counted.length > 0 && sumOf(counted) + calls > perMinute) {
      const first = counted.reduce((soonest, one) => (one.until < soonest.until ? one : soonest));
      counted.splice(counted.indexOf(first), 1);
      if (first.until > at) at = first.until;
    }
    times.set(id, at);
    counted.push({ calls, until: new Date(at.getTime() + countedMs(calls, perMinute)) });
  }
  return times;
}

function sumOf(counted: readonly CountedCalls[]): number {
  return counted.reduce((sum, { calls }) => sum + calls, 0);
}
