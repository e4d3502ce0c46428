import { listen, newsChannel } from '@pinpaint/db';

/** Wakes those who wait for a studio's events. One per process: it holds one LISTEN connection for all of them. */
export type NewsFeed = {
  /** Resolves once the database has confirmed the LISTEN. */
  readonly ready: Promise<void>;
  /** Whether the database would tell us now. */
  isListening(): boolean;
  /** A moment in the feed. Take it before reading, so that what is written while one reads is not slept through. */
  mark(): number;
  /** Resolves when the studio has had news since the mark, at once if it has; or at the limit; or on abort. */
  waitPast(mark: number, wait: NewsWait): Promise<void>;
  /** The studios that somebody waits for. */
  awaited(): readonly string[];
  /** Wakes those who wait for a studio and know less than this of it: the database's own wake-up may have got lost. */
  tellHead(studioId: string, seq: number): void;
  /** Aborted by `stop`: whoever follows the feed then ends. */
  readonly stopped: AbortSignal;
  stop(): Promise<void>;
};

export type NewsWait = {
  readonly studioId: string;
  readonly limitMs: number;
  /** The last event that is known, for `tellHead`. */
  readonly upto?: number;
  readonly signal?: AbortSignal;
};

type Waiting = { readonly wake: () => void; readonly upto: number };

export function openNewsFeed(databaseUrl: string): NewsFeed {
  let moment = 0;
  /** When a connection was lost or came back, anybody may have missed something. */
  let lastForAll = 0;
  const stopping = new AbortController();
  const lastOf = new Map<string, number>();
  const waiting = new Map<string, Set<Waiting>>();

  const listening = listen(databaseUrl, [newsChannel], (channel, studioId) => {
    moment += 1;
    if (channel === null) wakeAll();
    else {
      lastOf.set(studioId, moment);
      for (const { wake } of [...(waiting.get(studioId) ?? [])]) wake();
    }
  });

  function wakeAll(): void {
    lastForAll = moment;
    for (const wakes of [...waiting.values()]) for (const { wake } of [...wakes]) wake();
  }

  return {
    ready: listening.ready,
    isListening: listening.isListening,
    stopped: stopping.signal,
    mark: () => moment,
    awaited: () => [...waiting.keys()],
    tellHead(studioId, seq) {
      for (const { wake, upto } of [...(waiting.get(studioId) ?? [])]) if (upto < seq) wake();
    },
    waitPast(mark, { studioId, limitMs, signal, upto = Number.POSITIVE_INFINITY }) {
      const hasNews = Math.max(lastForAll, lastOf.get(studioId) ?? 0) > mark;
      if (hasNews || signal?.aborted) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      const wakes = waiting.get(studioId) ?? new Set();
      const wake = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        wakes.delete(one);
        if (wakes.size === 0 && waiting.get(studioId) === wakes) waiting.delete(studioId);
        resolve();
      };
      const one = { wake, upto };
      const timer = setTimeout(wake, limitMs);
      signal?.addEventListener('abort', wake, { once: true });
      waiting.set(studioId, wakes.add(one));
      return promise;
    },
    async stop() {
      stopping.abort();
      moment += 1;
      wakeAll();
      await listening.stop();
    },
  };
}
