export type TryLimits = {
  /** At once; after that one comes back each `perMs / tries`. */
  readonly tries: number;
  readonly perMs: number;
  /** Bounds the memory; beyond it those are forgotten that were asked for longest ago. */
  readonly keysAtMost?: number;
};

/**
 * Counts tries by a key, in this process alone (the generic cell rate algorithm, ITU-T I.371).
 *
 * @returns asked for a try at a moment in milliseconds: 0, or for how long to wait; then it did not count.
 */
export function limitTries({ tries, perMs, keysAtMost = 10_000 }: TryLimits) {
  const oneMs = perMs / tries;
  /** When each key has all of its tries again. */
  const wholeAt = new Map<string, number>();
  return (key: string, now: number): number => {
    const next = Math.max(wholeAt.get(key) ?? now, now) + oneMs;
    if (next > now + perMs) return next - now - perMs;
    // Anew at the end: a map keeps the order in which its keys came.
    wholeAt.delete(key);
    wholeAt.set(key, next);
    const [oldest] = wholeAt.keys();
    if (wholeAt.size > keysAtMost && oldest !== undefined) wholeAt.delete(oldest);
    return 0;
  };
}
