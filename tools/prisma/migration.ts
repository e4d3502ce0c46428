import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describePostgresFailure, startEmbeddedPostgres } from '@pinpaint/db/embedded';
import { migrationsDir } from '@pinpaint/db/migrate';
import { root } from '../setup/root.mjs';
import { missingMigration } from './missingMigration.ts';
import { writeMigration } from './writeMigration.ts';

const usage = `npm run migration -- <what changes>   writes the next migration, from the last one to the schema
npm run migration:check               says whether one is missing`;

const schemaFile = join(root, 'prisma/schema.prisma');
const [command, ...words] = process.argv.slice(2);
process.exitCode = await withPostgres(async (databaseUrl) => {
  const source = { schemaFile, migrationsDir, databaseUrl };
  if (command === 'check' && words.length === 0) return check(await missingMigration(source));
  if (command === 'write' && words.length > 0) return tell(await writeMigration(words.join(' '), source));
  console.error(usage);
  return 2;
});

function check(sql: string | null): number {
  if (sql === null) {
    console.log('The migrations say what the schema says.');
    return 0;
  }
  console.error(`The schema says more than the migrations; npm run migration would write:\n\n${sql}`);
  return 1;
}

function tell(file: string | null): number {
  if (file === null) console.log('Nothing to write: the migrations say what the schema says.');
  else console.log(`Written: ${relative(root, file)}\nRead it, and mend what a schema can't say.`);
  return 0;
}

async function withPostgres(use: (databaseUrl: string) => Promise<number>): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pinpaint-migration-'));
  const started = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' } });
  if (!started.ok) throw new Error(describePostgresFailure(started.error));
  try {
    return await use(started.value.url);
  } finally {
    await started.value.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
