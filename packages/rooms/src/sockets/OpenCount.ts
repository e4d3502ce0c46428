/** How much of something each has open, and no more than they may. */
export class OpenCount {
  readonly #atMost: number;
  readonly #open = new Map<string, number>();

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  /** @returns false: they have as many as one may. Else `leave` is to be called, once. */
  enter(who: string): boolean {
    const count = this.of(who);
    if (count >= this.#atMost) return false;
    this.#open.set(who, count + 1);
    return true;
  }

  leave(who: string): void {
    const left = this.of(who) - 1;
    if (left > 0) this.#open.set(who, left);
    else this.#open.delete(who);
  }

  of(who: string): number {
    return this.#open.get(who) ?? 0;
  }
}
