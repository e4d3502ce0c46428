export type Bucket = { readonly perSecond: number; readonly burst: number };

/** What is left of a bucket to somebody; it fills up again with time. */
export class Allowance {
  readonly #bucket: Bucket;
  readonly #nowMs: () => number;
  #left: number;
  #lastMs: number;

  constructor(bucket: Bucket, nowMs: () => number) {
    this.#bucket = bucket;
    this.#nowMs = nowMs;
    this.#left = bucket.burst;
    this.#lastMs = nowMs();
  }

  /** @returns whether there was as much left, which is taken then */
  take(amount = 1): boolean {
    if (this.#now() < amount) return false;
    this.#left -= amount;
    return true;
  }

  /** For what is only known once it has been used: down into debt where there is not enough. */
  spend(amount: number): void {
    this.#left -= amount;
  }

  hasLeft(): boolean {
    return this.#now() > 0;
  }

  #now(): number {
    const { perSecond, burst } = this.#bucket;
    const at = this.#nowMs();
    this.#left = Math.min(burst, this.#left + ((at - this.#lastMs) / 1000) * perSecond);
    this.#lastMs = at;
    return this.#left;
  }
}
