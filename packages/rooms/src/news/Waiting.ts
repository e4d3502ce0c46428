/** Those who wait, by the studio whose news they wait for. */
export type Waits = Map<string, Set<Waiting>>;

export type Wait = {
  readonly studioId: string;
  readonly limitMs: number;
  /** The last event that is known: who does not say is woken by the database alone. */
  readonly upto?: number;
};

/** One who waits for a studio's news or for their own limit, and is told once. */
export class Waiting {
  readonly upto: number;
  readonly #waits: Waits;
  readonly #studioId: string;
  readonly #onWake: () => void;
  readonly #timer: NodeJS.Timeout;

  constructor(waits: Waits, { studioId, limitMs, upto }: Wait, onWake: () => void) {
    this.upto = upto ?? Number.POSITIVE_INFINITY;
    this.#waits = waits;
    this.#studioId = studioId;
    this.#onWake = onWake;
    this.#timer = setTimeout(() => this.wake(), limitMs);
    waits.set(studioId, (waits.get(studioId) ?? new Set()).add(this));
  }

  wake(): void {
    if (this.cancel()) this.#onWake();
  }

  /** @returns whether it was still waiting */
  cancel(): boolean {
    clearTimeout(this.#timer);
    const others = this.#waits.get(this.#studioId);
    if (!others?.delete(this)) return false;
    if (others.size === 0) this.#waits.delete(this.#studioId);
    return true;
  }
}
