import type { Clock } from './Clock.ts';

/** What one round has taken. */
export type Cost = {
  readonly tookMs: number;
  /** To each reader. */
  readonly bytes: number;
};

export type TickOptions = {
  readonly clock: Clock;
  /** Does what has gathered. @returns how many bytes each reader has got */
  readonly run: () => number;
  /** How long nothing more is done after a round. */
  readonly pauseMs: (cost: Cost) => number;
};

/** Gathers what is to be done: at once where it is quiet, and all that has come in the meantime after a pause. */
export class Tick {
  readonly #options: TickOptions;
  #isAsked = false;
  #notBefore = Number.NEGATIVE_INFINITY;

  constructor(options: TickOptions) {
    this.#options = options;
  }

  ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const { clock } = this.#options;
    clock.later(Math.max(0, this.#notBefore - clock.nowMs()), () => this.#round());
  }

  #round(): void {
    const { clock, run, pauseMs } = this.#options;
    this.#isAsked = false;
    const startedAt = clock.nowMs();
    const bytes = run();
    const endedAt = clock.nowMs();
    this.#notBefore = startedAt + pauseMs({ tookMs: endedAt - startedAt, bytes });
  }
}
