import { Shares } from '../Shares.ts';
import type { Scheduler } from './openTestRoom.ts';

/** Of eight pieces of work seven take nothing worth telling. */
const longestMs = 40;

/** What the rooms of one process have in common: what each person may take of it, where work takes as long as the seed has it. */
export class TestProcess {
  #nowMs = 0;
  readonly #scheduler: Scheduler;
  readonly shares = new Shares(() => this.#nowMs);

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  /** Each look is later than the one before, by what was done in between. */
  readonly nowMs = (): number => {
    if (this.#scheduler.random(8) === 0) this.#nowMs += this.#scheduler.random(longestMs);
    return this.#nowMs;
  };

  /** Nothing is asked of it for so long. */
  rest(ms: number): void {
    this.#nowMs += ms;
  }
}
