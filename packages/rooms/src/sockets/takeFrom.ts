export type Bucket = { readonly perSecond: number; readonly burst: number };

/** @returns whether there is one more to take; it fills up again with time. */
export function takeFrom({ perSecond, burst }: Bucket, nowMs: () => number): () => boolean {
  let left = burst;
  let lastMs = nowMs();
  return () => {
    const at = nowMs();
    left = Math.min(burst, left + ((at - lastMs) / 1000) * perSecond);
    lastMs = at;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
