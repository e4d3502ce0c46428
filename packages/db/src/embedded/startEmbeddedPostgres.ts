import { access, constants, mkdir } from 'node:fs/promises';
import { freePort } from '@pinpaint/config';
import { err, ok, type Result } from '@pinpaint/domain';
import pg from 'pg';
import { ensureCluster } from './ensureCluster.ts';
import { leftoverPostgres } from './leftoverPostgres.ts';
import { postgresBinaries } from './postgresBinaries.ts';
import type { PostgresFailure } from './postgresFailure.ts';
import { postgresUrl } from './postgresUrl.ts';
import { postgresUser } from './postgresUser.ts';
import {
  type PostgresRun,
  postgresLog,
  type RunningPostgres,
  readPostgresLog,
  runPostgres,
} from './runPostgres.ts';

export type EmbeddedPostgresOptions = {
  /** Holds the cluster, its password and its log; made when it isn't there. Absolute. */
  readonly dataDir: string;
  /** A free one unless said. */
  readonly port?: number;
  /** Lines of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
};

export type EmbeddedPostgres = RunningPostgres & {
  /** Of the database `pinpaint`. Holds the password: not for a log. */
  readonly url: string;
  readonly logFile: string;
};

const portAttempts = 5;

/**
 * A PostgreSQL of our own, from npm, on loopback only. It ends with this process, however that ends,
 * and the data stays for the next start.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<Result<EmbeddedPostgres, PostgresFailure>> {
  const { dataDir, settings = {} } = options;
  const unwritable = await whyUnwritable(dataDir);
  if (unwritable) return err({ code: 'postgres.data-unwritable', dataDir, reason: unwritable });
  const user = postgresUser();
  const binaries = await postgresBinaries(user, dataDir);
  if (!binaries.ok) return binaries;
  const { initdb, postgres: program } = binaries.value;
  const clusterDir = await ensureCluster(dataDir, { initdb, user });
  const pid = await leftoverPostgres(clusterDir);
  if (pid !== null) return err({ code: 'postgres.in-use', dataDir, pid });

  const run = { program, user, dataDir, clusterDir, settings };
  const started = await startOnPort(run, options.port);
  if (!started.ok) return started;
  const { port, running } = started.value;
  const url = await postgresUrl(dataDir, port);
  await ensureDatabase(url);
  return ok({ url, logFile: postgresLog(dataDir), ...running });
}

async function whyUnwritable(dataDir: string): Promise<string | null> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

async function startOnPort(
  run: Omit<PostgresRun, 'port'>,
  wanted: number | undefined,
): Promise<Result<{ port: number; running: RunningPostgres }, PostgresFailure>> {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    const running = await runPostgres({ ...run, port });
    if (running) return ok({ port, running });
    const reason = readPostgresLog(run.dataDir);
    const isTaken = reason.includes('Address already in use');
    if (isTaken && wanted !== undefined) return err({ code: 'postgres.port-taken', port });
    if (!isTaken || attempt === portAttempts) {
      return err({ code: 'postgres.start-failed', dataDir: run.dataDir, reason });
    }
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  const name = maintenance.pathname.slice(1);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
