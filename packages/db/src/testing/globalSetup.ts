import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { describePostgresFailure, startEmbeddedPostgres } from '../embedded/index.ts';
import { describeMigrateFailure, migrate } from '../migrate/index.ts';
import { databaseUrl, templateDatabase } from './testCluster.ts';

/** Nothing here outlives the tests, so nothing need reach the disk. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
};

const folderPrefix = 'pinpaint-tests-';
const keptForMs = 24 * 60 * 60 * 1000;

/** One PostgreSQL for all the tests of a run, with a migrated template that each test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeOldRuns();
  const dataDir = await mkdtemp(join(tmpdir(), folderPrefix));
  // Postgres may run as another user than we do, and must be able to enter.
  await chmod(dataDir, 0o711);
  const started = await startEmbeddedPostgres({ dataDir, settings });
  if (!started.ok) throw new Error(describePostgresFailure(started.error));
  const { url, stop } = started.value;
  await makeTemplate(url);
  project.provide('testPostgresUrl', url);
  return async () => {
    const kept = await keptDatabases(url);
    await stop();
    if (kept.length === 0) return rm(dataDir, { recursive: true, force: true });
    console.log(`Kept for a day: ${kept.join(', ')}. To look into them: npm run postgres -- ${dataDir}`);
  };
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${templateDatabase}`);
  await client.end();
  const migrated = await migrate(databaseUrl(url, templateDatabase));
  if (!migrated.ok) throw new Error(describeMigrateFailure(migrated.error));
}

async function keptDatabases(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%' ORDER BY datname`,
  );
  await client.end();
  return rows.map(({ datname }) => datname);
}

async function removeOldRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(folderPrefix)) continue;
    const folder = join(tmpdir(), name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    // Another person's folder can't be removed, and is theirs to remove.
    if (Date.now() - mtimeMs > keptForMs) await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}
