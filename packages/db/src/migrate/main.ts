import { describeMigrateFailure, migrate } from './migrate.ts';

/** `node packages/db/src/migrate/main.ts`: what an installation runs once before its other processes. */
const url = process.env.DATABASE_URL;
if (!url) {
  console.error('DATABASE_URL is missing: postgres://user:password@host:5432/database');
  process.exit(1);
}
const migrated = await migrate(url);
if (!migrated.ok) {
  console.error(describeMigrateFailure(migrated.error));
  process.exit(1);
}
console.log(
  migrated.value.length === 0 ? 'The database is up to date.' : `Applied: ${migrated.value.join(', ')}`,
);
