import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, inject } from 'vitest';
import { databaseUrl, templateDatabase } from './testCluster.ts';

export type TestDatabase = {
  /** A migrated, empty database that this test file has for itself. */
  readonly url: string;
};

/**
 * To be called where a test file begins (`const { url } = await createTestDatabase()`), outside of hooks.
 * The database goes when the file's tests have passed, whoever is still connected, and stays to be
 * looked at when one has failed.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const clusterUrl: string | undefined = inject('testPostgresUrl');
  if (!clusterUrl) throw new Error('Tests with a database belong to the projects integration or e2e.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runInCluster(clusterUrl, `CREATE DATABASE ${name} TEMPLATE ${templateDatabase}`);
  let hasFailed = false;
  afterEach(({ task }) => {
    hasFailed ||= task.result?.state === 'fail';
  });
  afterAll(async () => {
    if (hasFailed) console.log(`A test has failed, so its database ${name} is kept.`);
    else await runInCluster(clusterUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { url: databaseUrl(clusterUrl, name) };
}

async function runInCluster(clusterUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
