import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { createTestDatabase } from './index.ts';

const first = await createTestDatabase();
const second = await createTestDatabase();
const client = new pg.Client({ connectionString: first.url });
// The database is dropped under an open connection, which may say so.
client.on('error', () => {});
await client.connect();

afterAll(() => client.end());

test('it is migrated and empty', async () => {
  const { rows } = await client.query('SELECT count(*)::int AS studios FROM studio');
  expect(rows).toEqual([{ studios: 0 }]);
});

test('what one writes, another does not see', async () => {
  await client.query('CREATE TABLE mine (n int)');
  const other = new pg.Client({ connectionString: second.url });
  await other.connect();
  await expect(other.query('SELECT * FROM mine')).rejects.toThrow(/does not exist/);
  await other.end();
});

test('both lie in the cluster of this run', () => {
  const host = new URL(inject('testPostgresUrl')).host;
  expect([first, second].map(({ url }) => new URL(url).host)).toEqual([host, host]);
});
