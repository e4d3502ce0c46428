import { err, ok, type Result } from '@pinpaint/domain';
import pg from 'pg';
import { appliedMigrations, prepareHistory, recordMigration } from './history.sql.ts';
import { type Migration, readMigrations } from './readMigrations.ts';

export type MigrateFailure =
  | { readonly code: 'migration.no-database'; readonly reason: string }
  | { readonly code: 'migration.unfinished'; readonly name: string }
  | { readonly code: 'migration.edited'; readonly name: string }
  | { readonly code: 'migration.unknown'; readonly name: string }
  | { readonly code: 'migration.failed'; readonly name: string; readonly reason: string };

/** Several processes may start at once: the others wait this long for the one that migrates. */
const lockLimit = '120s';

/**
 * Brings a database up to the migrations in `dir`, each in one transaction with its line of history.
 * History and lock are Prisma's own, so `prisma migrate deploy` and this can take turns.
 *
 * @returns the names of those applied now, in order.
 */
export async function migrate(databaseUrl: string, dir?: string): Promise<Result<string[], MigrateFailure>> {
  const migrations = await readMigrations(dir);
  const client = new pg.Client({ connectionString: databaseUrl });
  try {
    await client.connect();
  } catch (error) {
    return err({ code: 'migration.no-database', reason: reasonOf(error) });
  }
  try {
    await client.query(`SET lock_timeout = '${lockLimit}'`);
    await prepareHistory(client);
    return await applyMissing(client, migrations);
  } finally {
    // Ending the connection gives the lock back.
    await client.end();
  }
}

/** One line a person can act on. */
export function describeMigrateFailure(failure: MigrateFailure): string {
  switch (failure.code) {
    case 'migration.no-database':
      return `The database can't be reached: ${failure.reason}`;
    case 'migration.unfinished':
      return `The migration ${failure.name} failed half-way in an earlier run; see Prisma's "migrate resolve".`;
    case 'migration.edited':
      return `The migration ${failure.name} was edited after it was applied; write a new one instead.`;
    case 'migration.unknown':
      return `The database has the migration ${failure.name}, which this version of Pinpaint doesn't know: it is newer.`;
    case 'migration.failed':
      return `The migration ${failure.name} failed and was undone: ${failure.reason}`;
  }
}

async function applyMissing(
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<Result<string[], MigrateFailure>> {
  const applied = await appliedMigrations(client);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, isFinished } of applied) {
    const migration = known.get(name);
    if (!isFinished) return err({ code: 'migration.unfinished', name });
    if (!migration) return err({ code: 'migration.unknown', name });
    if (migration.checksum !== checksum) return err({ code: 'migration.edited', name });
  }
  const done = new Set(applied.map(({ name }) => name));
  const missing = migrations.filter(({ name }) => !done.has(name));
  for (const migration of missing) {
    const failure = await apply(client, migration);
    if (failure) return err(failure);
  }
  return ok(missing.map(({ name }) => name));
}

async function apply(client: pg.Client, migration: Migration): Promise<MigrateFailure | null> {
  try {
    await client.query('BEGIN');
    await client.query(migration.sql);
    await recordMigration(client, migration);
    await client.query('COMMIT');
    return null;
  } catch (error) {
    await client.query('ROLLBACK');
    if (!(error instanceof pg.DatabaseError)) throw error;
    return { code: 'migration.failed', name: migration.name, reason: error.message };
  }
}

/** A refused connection to a name with several addresses has its reasons inside, and no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
