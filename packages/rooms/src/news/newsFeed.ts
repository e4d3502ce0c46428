import { type Db, listen, newsChannel } from '@pinpaint/db';
import { LastNews } from './LastNews.ts';
import { type Wait, Waiting, type Waits } from './Waiting.ts';
import { watchHeads } from './watchHeads.ts';

/**
 * Wakes those who wait for a studio's events. One per process: it holds one LISTEN connection for all of them, and asks
 * one question a second for all of them, lest a wake-up got lost.
 */
export type NewsFeed = {
  /** Resolves once the database has confirmed the LISTEN. */
  readonly ready: Promise<void>;
  /** Whether the database would tell us now. */
  isListening(): boolean;
  /** A moment in the feed. Take it before reading, so that what is written while one reads is not slept through. */
  mark(): number;
  /** Resolves when the studio has had news since the mark, at once if it has; or at the limit; or on abort. */
  waitPast(mark: number, wait: NewsWait): Promise<void>;
  /**
   * The same for many who wait for long: an abort signal and a promise each would take kilobytes.
   *
   * @returns what can be cancelled; null: there have been news already, and nobody is told
   */
  wakePast(mark: number, wait: Wait, onWake: () => void): Waiting | null;
  /** Aborted by `stop`: whoever follows the feed then ends. */
  readonly stopped: AbortSignal;
  stop(): Promise<void>;
};

export type NewsWait = Wait & { readonly signal?: AbortSignal };

export function openNewsFeed(databaseUrl: string, db: Db): NewsFeed {
  let moment = 0;
  const stopping = new AbortController();
  const last = new LastNews();
  const waiting: Waits = new Map();

  const listening = listen(databaseUrl, [newsChannel], (channel, studioId) => {
    moment += 1;
    if (channel === null) wakeAll();
    else {
      last.tell(studioId, moment);
      for (const one of [...(waiting.get(studioId) ?? [])]) one.wake();
    }
  });

  const stopWatching = watchHeads(db, {
    awaited: () => [...waiting.keys()],
    tellHead(studioId, seq) {
      for (const one of [...(waiting.get(studioId) ?? [])]) if (one.upto < seq) one.wake();
    },
  });

  /** When a connection was lost or came back, anybody may have missed something. */
  function wakeAll(): void {
    last.tellAll(moment);
    for (const all of [...waiting.values()]) for (const one of [...all]) one.wake();
  }

  function wakePast(mark: number, wait: Wait, onWake: () => void): Waiting | null {
    return last.of(wait.studioId) > mark ? null : new Waiting(waiting, wait, onWake);
  }

  return {
    ready: listening.ready,
    isListening: listening.isListening,
    stopped: stopping.signal,
    mark: () => moment,
    waitPast(mark, { signal, ...wait }) {
      if (signal?.aborted) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      const stop = () => one?.wake();
      const one = wakePast(mark, wait, () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      });
      if (!one) return Promise.resolve();
      signal?.addEventListener('abort', stop, { once: true });
      return promise;
    },
    wakePast,
    async stop() {
      stopping.abort();
      stopWatching();
      moment += 1;
      wakeAll();
      await listening.stop();
    },
  };
}
