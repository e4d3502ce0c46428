export { describeMigrateFailure, type MigrateFailure, migrate } from './migrate.ts';
export { type Migration, migrationsDir, readMigrations } from './readMigrations.ts';
