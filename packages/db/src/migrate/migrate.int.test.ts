import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { databaseUrl } from '../testing/testCluster.ts';
import { migrate, readMigrations } from './index.ts';

let dir: string;
let url: string;
let client: pg.Client;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pinpaint-migrations-'));
  const name = `migrating_${randomBytes(6).toString('hex')}`;
  const cluster = new pg.Client({ connectionString: inject('testPostgresUrl') });
  await cluster.connect();
  await cluster.query(`CREATE DATABASE ${name}`);
  await cluster.end();
  url = databaseUrl(inject('testPostgresUrl'), name);
  client = new pg.Client({ connectionString: url });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await rm(dir, { recursive: true, force: true });
});

test('it applies what is missing, in the order of the names, and nothing twice', async () => {
  await write('0001_pins', 'CREATE TABLE pin (id int PRIMARY KEY);');
  await write('0002_notes', 'ALTER TABLE pin ADD COLUMN note text;');
  expect(await migrate(url, dir)).toEqual({ ok: true, value: ['0001_pins', '0002_notes'] });
  expect(await migrate(url, dir)).toEqual({ ok: true, value: [] });
  await write('0003_places', 'ALTER TABLE pin ADD COLUMN place point;');
  expect(await migrate(url, dir)).toEqual({ ok: true, value: ['0003_places'] });
  expect(await columnsOf('pin')).toEqual(['id', 'note', 'place']);
});

test('a body with semicolons is one statement', async () => {
  await write(
    '0001_body',
    'CREATE FUNCTION one() RETURNS int AS $$ BEGIN RETURN 1; END; $$ LANGUAGE plpgsql;',
  );
  expect(await migrate(url, dir)).toEqual({ ok: true, value: ['0001_body'] });
  expect((await client.query('SELECT one()')).rows).toEqual([{ one: 1 }]);
});

test('one that fails leaves nothing behind, and those before it stay', async () => {
  await write('0001_pins', 'CREATE TABLE pin (id int PRIMARY KEY);');
  await write('0002_wrong', 'ALTER TABLE pin ADD COLUMN note text; SELECT missing();');
  expect(await migrate(url, dir)).toMatchObject({
    ok: false,
    error: { code: 'migration.failed', name: '0002_wrong' },
  });
  expect(await columnsOf('pin')).toEqual(['id']);
  await write('0002_wrong', 'ALTER TABLE pin ADD COLUMN note text;');
  expect(await migrate(url, dir)).toEqual({ ok: true, value: ['0002_wrong'] });
});

test('many that start at once apply each migration once', async () => {
  await write('0001_pins', 'CREATE TABLE pin (id int PRIMARY KEY);');
  await write('0002_notes', 'ALTER TABLE pin ADD COLUMN note text;');
  const results = await Promise.all(Array.from({ length: 6 }, () => migrate(url, dir)));
  expect(results.flatMap((result) => (result.ok ? result.value : [result.error.code])).sort()).toEqual([
    '0001_pins',
    '0002_notes',
  ]);
});

test('an edited one, and one this program does not know, are refused', async () => {
  await write('0001_pins', 'CREATE TABLE pin (id int PRIMARY KEY);');
  await migrate(url, dir);
  await write('0001_pins', 'CREATE TABLE pin (id bigint PRIMARY KEY);');
  expect(await migrate(url, dir)).toEqual({
    ok: false,
    error: { code: 'migration.edited', name: '0001_pins' },
  });
  await rm(join(dir, '0001_pins'), { recursive: true });
  expect(await migrate(url, dir)).toEqual({
    ok: false,
    error: { code: 'migration.unknown', name: '0001_pins' },
  });
});

test('one that Prisma began and did not finish is refused until it is resolved', async () => {
  await write('0001_pins', 'CREATE TABLE pin (id int PRIMARY KEY);');
  await migrate(url, dir);
  await client.query('UPDATE "_prisma_migrations" SET "finished_at" = NULL');
  expect(await migrate(url, dir)).toEqual({
    ok: false,
    error: { code: 'migration.unfinished', name: '0001_pins' },
  });
  await client.query('UPDATE "_prisma_migrations" SET "rolled_back_at" = now()');
  await client.query('DROP TABLE pin');
  expect(await migrate(url, dir)).toEqual({ ok: true, value: ['0001_pins'] });
});

test('a database that is not there is an answer, not a crash', async () => {
  expect(await migrate('postgresql://nobody@127.0.0.1:1/none', dir)).toMatchObject({
    ok: false,
    error: { code: 'migration.no-database' },
  });
});

test('the template every test file copies holds the migrations of the checkout', async () => {
  const template = new pg.Client({ connectionString: databaseUrl(url, 'template_migrated') });
  await template.connect();
  const { rows } = await template.query(
    'SELECT "migration_name" AS "name" FROM "_prisma_migrations" ORDER BY 1',
  );
  await template.end();
  expect(rows.map(({ name }) => name)).toEqual((await readMigrations()).map(({ name }) => name));
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(dir, name), { recursive: true });
  await writeFile(join(dir, name, 'migration.sql'), sql);
}

async function columnsOf(table: string): Promise<string[]> {
  const { rows } = await client.query(
    'SELECT column_name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position',
    [table],
  );
  return rows.map(({ column_name }) => column_name);
}
