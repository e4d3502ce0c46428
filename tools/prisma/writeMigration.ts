import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMigrations } from '@pinpaint/db/migrate';
import { type MigrationSource, missingMigration } from './missingMigration.ts';

/**
 * Writes the next migration, for somebody to read and mend before it is committed: the schema can't
 * say how old rows become new ones.
 *
 * @param title as `links expire`
 * @returns its file; null when the migrations already say what the schema says.
 */
export async function writeMigration(title: string, source: MigrationSource): Promise<string | null> {
  const sql = await missingMigration(source);
  if (sql === null) return null;
  const names = (await readMigrations(source.migrationsDir)).map(({ name }) => name);
  const folder = join(source.migrationsDir, nextName(names, title));
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'migration.sql');
  await writeFile(file, sql, { flag: 'wx' });
  return file;
}

/** Numbered, so that the order is seen; two branches that take the same number meet in review. */
function nextName(names: readonly string[], title: string): string {
  const last = Math.max(0, ...names.map((name) => Number.parseInt(name, 10) || 0));
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? ['change'];
  return `${String(last + 1).padStart(4, '0')}_${words.join('_')}`;
}
