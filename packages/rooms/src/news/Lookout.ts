import type { NewsFeed } from './newsFeed.ts';
import type { Wait, Waiting } from './Waiting.ts';

/** How long it may be quiet until the next look. */
export type Rest = Pick<Wait, 'limitMs' | 'upto'>;

export type LookoutOptions = {
  readonly feed: NewsFeed;
  readonly studioId: string;
  /** Never fails. @returns when to look again: at once, or when there are news, or after a while; null: never */
  readonly look: () => Promise<Rest | 'again' | null>;
};

/** Looks whenever a studio may have had news, until it is ended or the feed stops. Between two looks it holds next to nothing. */
export class Lookout {
  readonly #options: LookoutOptions;
  #waiting: Waiting | null = null;
  #looking: Promise<void> = Promise.resolve();
  #isOver = false;

  constructor(options: LookoutOptions) {
    this.#options = options;
  }

  lookNow(): void {
    this.#waiting = null;
    this.#looking = this.#look();
  }

  /** Looks once there have been news since the mark, or have been none for long. */
  lookPast(mark: number, rest: Rest): void {
    if (!this.#wait(mark, rest)) this.lookNow();
  }

  /** Resolves when nothing is being looked at any more. */
  end(): Promise<void> {
    this.#isOver = true;
    this.#waiting?.cancel();
    return this.#looking;
  }

  async #look(): Promise<void> {
    const { feed, look } = this.#options;
    while (!this.#isOver && !feed.stopped.aborted) {
      const mark = feed.mark();
      const next = await look();
      if (!next || this.#isOver) return;
      if (next !== 'again' && this.#wait(mark, next)) return;
    }
  }

  /** @returns false: there have been news already. */
  #wait(mark: number, rest: Rest): boolean {
    if (this.#isOver) return true;
    const { feed, studioId } = this.#options;
    this.#waiting = feed.wakePast(mark, { studioId, ...rest }, () => this.lookNow());
    return this.#waiting !== null;
  }
}
