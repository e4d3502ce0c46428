import { readFile } from 'node:fs/promises';
import { readMigrations } from '@pinpaint/db/migrate';
import { migrationList } from './migrationList.ts';
import { withSchemaEngine } from './withSchemaEngine.ts';

export type MigrationSource = {
  readonly schemaFile: string;
  readonly migrationsDir: string;
  /** Of any database in a cluster where databases may be made; nothing in it is read or changed. */
  readonly databaseUrl: string;
};

/** The SQL that leads from where the migrations end to what the schema says; null when they agree. */
export async function missingMigration(source: MigrationSource): Promise<string | null> {
  const { schemaFile, migrationsDir, databaseUrl } = source;
  const schema = { path: schemaFile, content: await readFile(schemaFile, 'utf8') };
  const migrations = migrationList(migrationsDir, await readMigrations(migrationsDir));
  const { exitCode, stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return exitCode === 0 ? null : stdout;
}
