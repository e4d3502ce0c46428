import pg from 'pg';

export type Listening = {
  /** Resolves once the database has confirmed the LISTEN. */
  readonly ready: Promise<void>;
  /** Not while the connection is lost and made anew. */
  isListening(): boolean;
  stop(): Promise<void>;
};

/** How long a lost connection waits before the next try. */
const reconnectMs = 500;

/**
 * Calls `heard` for each notification, and with null after every (re)connection, since what was sent while
 * nobody listened is lost: the listener then looks for itself.
 */
export function listen(
  url: string,
  channels: readonly string[],
  heard: (channel: string | null, payload: string) => void,
): Listening {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let isListening = false;
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();

  async function connect(): Promise<void> {
    timer = null;
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    client = next;
    next.on('notification', ({ channel, payload }) => heard(channel, payload ?? ''));
    next.on('error', () => retry(next));
    next.on('end', () => retry(next));
    try {
      await next.connect();
      for (const channel of channels) await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      isListening = client === next;
      isReady();
      heard(null, '');
    } catch {
      retry(next);
    }
  }

  function retry(lost: pg.Client): void {
    if (stopped || client !== lost || timer) return;
    client = null;
    isListening = false;
    lost.end().catch(() => undefined);
    timer = setTimeout(connect, reconnectMs);
  }

  void connect();
  return {
    ready,
    isListening: () => isListening && !stopped,
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
