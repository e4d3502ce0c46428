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
  readonly #clock: Clock;
  readonly #run: TickOptions['run'];
  readonly #pauseMs: TickOptions['pauseMs'];
  #isAsked = false;
  #notBefore = Number.NEGATIVE_INFINITY;

  constructor({ clock, run, pauseMs }: TickOptions) {
    this.#clock = clock;
    this.#run = run;
    this.#pauseMs = pauseMs;
  }

  ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#clock.later(Math.max(0, this.#notBefore - this.#clock.nowMs()), () => this.#round());
  }

  #round(): void {
    this.#isAsked = false;
    const startedAt = this.#clock.nowMs();
    const bytes = this.#run();
    const tookMs = this.#clock.nowMs() - startedAt;
    this.#notBefore = startedAt + this.#pauseMs({ tookMs, bytes });
  }
}
