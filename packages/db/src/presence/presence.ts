import pg from 'pg';
import type { Db } from '../createDb.ts';

/**
 * Advisory lock keys, one a kind of process. Whoever holds one shared is alive: Postgres lets go of it
 * the moment the connection is gone, however the process ended.
 */
const presenceKeys = { renderer: 7_310_001 } as const;

export type PresenceKind = keyof typeof presenceKeys;

export type Presence = { stop(): Promise<void> };

const reconnectMs = 1_000;

/** Says "one of these runs" for as long as the process lives; comes back by itself after a lost connection. */
export async function holdPresence(url: string, kind: PresenceKind): Promise<Presence> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on('error', () => retryLater(next));
    await next.connect();
    await next.query('SELECT pg_advisory_lock_shared($1)', [presenceKeys[kind]]);
    client = next;
  }

  function retryLater(lost: pg.Client): void {
    lost.end().catch(() => undefined);
    if (stopped || timer) return;
    timer = setTimeout(() => {
      timer = null;
      connect().catch(() => retryLater(lost));
    }, reconnectMs);
  }

  await connect();
  return {
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await client?.end();
    },
  };
}

export async function isPresent(db: Db, kind: PresenceKind): Promise<boolean> {
  const [row] = await db.$queryRaw<{ held: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM pg_locks
      WHERE locktype = 'advisory' AND granted AND objid = ${presenceKeys[kind]}::int
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    ) AS held`;
  return row?.held ?? false;
}
