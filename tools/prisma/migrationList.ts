import type { Migration } from '@pinpaint/db/migrate';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';

/** The folders as the schema engine wants them told. */
export function migrationList(baseDir: string, migrations: readonly Migration[]): MigrationList {
  return {
    baseDir,
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}
