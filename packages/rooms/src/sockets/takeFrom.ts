export type Bucket = { readonly perSecond: number; readonly burst: number };

/** @returns whether there is as much left to take as is asked for, one unless said; it fills up again with time. */
export function takeFrom(bucket: Bucket, nowMs: () => number): (amount?: number) => boolean {
  const left = levelOf(bucket, nowMs);
  return (amount = 1) => left.is() >= amount && left.lower(amount);
}

/**
 * For what is only known once it has been used.
 *
 * @returns what takes so much, down into debt where there is not enough; and whether there is any left
 */
export function spendFrom(bucket: Bucket, nowMs: () => number) {
  const left = levelOf(bucket, nowMs);
  return { spend: left.lower, hasLeft: () => left.is() > 0 };
}

function levelOf({ perSecond, burst }: Bucket, nowMs: () => number) {
  let level = burst;
  let lastMs = nowMs();
  return {
    is() {
      const at = nowMs();
      level = Math.min(burst, level + ((at - lastMs) / 1000) * perSecond);
      lastMs = at;
      return level;
    },
    lower(amount: number): true {
      level -= amount;
      return true;
    },
  };
}
