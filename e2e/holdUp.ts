import pg from 'pg';
import { onTestFinished } from 'vitest';
import { until } from '../apps/web/src/api/testing/until.ts';

export type HeldUp = {
  /** Until somebody wants to write there, and so stands in the middle of something. */
  wait(): Promise<void>;
  letGo(): Promise<void>;
};

/**
 * Lets nobody write into a table, until the test is over at the latest. Who tries waits in the middle of
 * their transaction, and may be killed there.
 */
export async function holdUp(databaseUrl: string, table: string): Promise<HeldUp> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query(`LOCK TABLE ${client.escapeIdentifier(table)} IN SHARE MODE`);
  const letGo = () => client.end();
  onTestFinished(letGo);
  return {
    async wait() {
      await until(`somebody wants to write into ${table}`, async () => {
        const waiting = 'SELECT FROM pg_locks WHERE relation = $1::regclass AND NOT granted';
        return (await client.query(waiting, [table])).rowCount;
      });
    },
    letGo,
  };
}
