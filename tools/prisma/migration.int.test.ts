import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { migrate, migrationsDir, readMigrations } from '@pinpaint/db/migrate';
import { createTestDatabase } from '@pinpaint/db/testing';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../setup/root.mjs';
import { migrationList } from './migrationList.ts';
import { missingMigration } from './missingMigration.ts';
import { withSchemaEngine } from './withSchemaEngine.ts';
import { writeMigration } from './writeMigration.ts';

const { url: databaseUrl } = await createTestDatabase();
const client = new pg.Client({ connectionString: databaseUrl });
client.on('error', () => {});
await client.connect();

let dir: string;
const noFilters = { externalTables: [], externalEnums: [] };

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pinpaint-schema-'));
  // The test database is migrated with the checkout's own; here it starts from nothing.
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
});

afterEach(() => rm(dir, { recursive: true, force: true }));

test('the migrations of the checkout say what its schema says', async () => {
  const schemaFile = join(root, 'prisma/schema.prisma');
  expect(await missingMigration({ schemaFile, migrationsDir, databaseUrl })).toBeNull();
});

test('the next migration is written, and after it nothing is missing', async () => {
  await writeSchema('model Pin {\n  id Int @id\n}');
  const first = await write('pins');
  await writeSchema('model Pin {\n  id Int @id\n  note String?\n  tags String[]\n}');
  const second = await write('Notes & tags!');
  expect([first, second].map((file) => file && basename(dirname(file)))).toEqual([
    '0001_pins',
    '0002_notes_tags',
  ]);
  expect(await readFile(second ?? '', 'utf8')).toContain('ADD COLUMN     "note" TEXT');
  expect(await write('nothing')).toBeNull();
});

test('what a schema cannot say is no drift: triggers, functions with semicolons, partial indexes', async () => {
  await writeSchema('model Pin {\n  id Int @id\n  note String?\n}');
  const file = (await write('pins')) ?? '';
  await writeFile(
    file,
    `${await readFile(file, 'utf8')}
     CREATE UNIQUE INDEX "one_note" ON "Pin"("note") WHERE "note" <> '';
     CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'no;'; END; $$ LANGUAGE plpgsql;
     CREATE TRIGGER "append_only" BEFORE DELETE ON "Pin" FOR EACH ROW EXECUTE FUNCTION refuse();`,
  );
  expect(await write('nothing')).toBeNull();
});

test('what is applied at start, Prisma takes as applied; what Prisma applied, the start does', async () => {
  await writeSchema('model Pin {\n  id Int @id\n}');
  await write('pins');
  await migrate(databaseUrl, dir);
  await writeSchema('model Pin {\n  id Int @id\n  note String?\n}');
  await write('notes');

  const given = { migrationsList: migrationList(dir, await readMigrations(dir)), filters: noFilters };
  expect(await withSchemaEngine(databaseUrl, (engine) => engine.applyMigrations(given))).toEqual({
    appliedMigrationNames: ['0002_notes'],
  });
  expect(await migrate(databaseUrl, dir)).toEqual({ ok: true, value: [] });
  const diagnosis = { ...given, optInToShadowDatabase: false };
  expect(
    await withSchemaEngine(databaseUrl, (engine) => engine.diagnoseMigrationHistory(diagnosis)),
  ).toMatchObject({ history: null, editedMigrationNames: [], failedMigrationNames: [] });
});

test('a schema that is wrong is told in words', async () => {
  await writeSchema('model Pin {\n  id Strin @id\n}');
  await expect(write('pins')).rejects.toThrow(/Strin/);
});

test('a migration that is wrong is told in words', async () => {
  await writeSchema('model Pin {\n  id Int @id\n}');
  await writeFile((await write('pins')) ?? '', 'CREATE TABEL pin ();');
  await expect(write('more')).rejects.toThrow(/syntax error at or near "TABEL"/);
});

test('no shadow database is left behind', async () => {
  const { rows } = await client.query(`SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate%'`);
  expect(rows).toEqual([]);
});

function write(title: string): Promise<string | null> {
  return writeMigration(title, { schemaFile: join(dir, 'schema.prisma'), migrationsDir: dir, databaseUrl });
}

function writeSchema(model: string): Promise<void> {
  return writeFile(join(dir, 'schema.prisma'), `datasource db {\n  provider = "postgresql"\n}\n\n${model}\n`);
}
