import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Migration } from './readMigrations.ts';

/** The number Prisma's engine locks while it migrates. */
const prismaMigrationLock = 72_707_369;

/** Takes the lock for as long as the connection lives, and makes Prisma's table as Prisma makes it. */
export async function prepareHistory(client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [prismaMigrationLock]);
  await client.query(`
    CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
      "id"                  VARCHAR(36) PRIMARY KEY NOT NULL,
      "checksum"            VARCHAR(64) NOT NULL,
      "finished_at"         TIMESTAMPTZ,
      "migration_name"      VARCHAR(255) NOT NULL,
      "logs"                TEXT,
      "rolled_back_at"      TIMESTAMPTZ,
      "started_at"          TIMESTAMPTZ NOT NULL DEFAULT now(),
      "applied_steps_count" INTEGER NOT NULL DEFAULT 0
    )`);
}

export type AppliedMigration = {
  readonly name: string;
  readonly checksum: string;
  /** false: Prisma began it and never came to its end. */
  readonly isFinished: boolean;
};

export async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(`
    SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "isFinished"
    FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "started_at", "migration_name"`);
  return rows;
}

export async function recordMigration(client: pg.Client, { name, checksum }: Migration): Promise<void> {
  await client.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
     VALUES ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  );
}
