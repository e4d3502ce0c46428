import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config, S3Config } from '@pinpaint/config';
import { createDb } from '@pinpaint/db';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@pinpaint/db/embedded';
import { describeMigrateFailure, type MigrateFailure, migrate } from '@pinpaint/db/migrate';
import { type Access, readAccess } from './access.ts';
import { Child } from './Child.ts';
import { entryPoints } from './checkout.ts';
import { StackFailure } from './StackFailure.ts';
import { waitUntilReady } from './waitUntilReady.ts';
import { whenAborted } from './whenAborted.ts';

export type StackOptions = {
  readonly config: Config;
  readonly dataDir: string;
  /** One line per step, while it happens. */
  readonly say: (line: string) => void;
  /** Whoever aborts it gets what has been started stopped again, and its reason thrown. */
  readonly signal: AbortSignal;
};

export type Stack = {
  readonly url: string;
  readonly databaseUrl: string;
  /** null with a database of one's own: there, nothing is made that nobody asked for. */
  readonly access: Access | null;
  /** Rejects when a process of the stack ends by itself. */
  readonly broken: Promise<never>;
  /** Workers first, so that their leases are given back, the database last. */
  stop(): Promise<void>;
};

/** Everything an edit needs, on one machine: database, migrations, web, worker. Returns when all of it answers. */
export async function startStack({ config, dataDir, say, signal }: StackOptions): Promise<Stack> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    await mkdir(dataDir, { recursive: true });
    const postgres = config.databaseUrl ? null : await embedded(dataDir);
    if (postgres) stops.push(postgres.stop);
    const databaseUrl = config.databaseUrl ?? postgres?.url ?? '';
    const migrated = await migrate(databaseUrl);
    if (!migrated.ok) throw cannotMigrate(config, migrated.error);
    const db = createDb(databaseUrl);
    const { access, workerToken } = await readAccess(db, {
      file: join(dataDir, 'access.json'),
      withDemo: config.databaseUrl === null,
    }).finally(() => db.$disconnect());
    const env = childEnv(config, { databaseUrl, dataDir, workerToken, access });
    const logs = join(dataDir, 'logs');
    signal.throwIfAborted();
    say('starting web and worker');
    const web = await Child.start({
      name: 'web',
      entry: entryPoints.web,
      env,
      logFile: join(logs, 'web.log'),
    });
    stops.push(() => web.stop());
    const worker = await Child.start({
      name: 'worker',
      entry: entryPoints.worker,
      env: { ...env, METRICS_PORT: portAfter(config.metrics) },
      logFile: join(logs, 'worker.log'),
    });
    stops.push(() => worker.stop());
    const parts = [web, worker, ...(postgres ? [{ name: 'the database', ...postgres }] : [])];
    const broken = Promise.race(parts.map(whenBroken));
    broken.catch(() => undefined);
    await Promise.race([waitUntilReady(config.worker.apiUrl, signal), broken, whenAborted(signal)]);
    return { url: config.publicUrl, databaseUrl, access, broken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function cannotMigrate({ databaseUrl }: Config, failure: MigrateFailure): StackFailure {
  const says = describeMigrateFailure(failure);
  return new StackFailure(failure.code, databaseUrl ? `DATABASE_URL: ${says}` : says);
}

async function embedded(dataDir: string): Promise<EmbeddedPostgres> {
  // The database's own user, when we are root, has to pass through; what lies inside is closed to others.
  await chmod(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
  if (!postgres.ok) throw StackFailure.ofPostgres(postgres.error);
  return postgres.value;
}

type ChildFacts = {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly workerToken: string;
  readonly access: Access | null;
};

function childEnv(
  config: Config,
  { databaseUrl, dataDir, workerToken, access }: ChildFacts,
): Record<string, string> {
  return {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    ...s3Env(config.s3),
    METRICS_PORT: config.metrics ? String(config.metrics.port) : '',
    // Empty counts as not set, and takes the place of whatever we were started with ourselves.
    DEMO_STUDIO: access?.studioId ?? '',
    DEMO_LINK: access?.reviewToken ?? '',
    DEMO_BOARD: access?.boardId ?? '',
    DEMO_FRAME: access?.frames[0]?.id ?? '',
    HOST: config.host,
    PORT: String(config.port),
    PUBLIC_URL: config.publicUrl,
    API_URL: config.worker.apiUrl,
    WORKER_TOKEN: workerToken,
    WORKER_NAME: config.worker.name,
    WORKER_ROLES: config.worker.roles.join(','),
  };
}

/** Where web's metrics are, the worker's are beside them. */
function portAfter(metrics: Config['metrics']): string {
  return metrics ? String(metrics.port + 1) : '';
}

/** All of it, since a stack that is thrown away may not write into whatever our own environment names. */
function s3Env(s3: S3Config | null): Record<string, string> {
  return {
    S3_BUCKET: s3?.bucket ?? '',
    S3_PREFIX: s3?.prefix.replace(/\/$/, '') ?? '',
    S3_ENDPOINT: s3?.endpoint ?? '',
    S3_REGION: s3?.region ?? '',
    S3_ACCESS_KEY_ID: s3?.keys?.accessKeyId ?? '',
    S3_SECRET_ACCESS_KEY: s3?.keys?.secretAccessKey ?? '',
    S3_PATH_STYLE: s3 ? (s3.isPathStyle ? 'yes' : 'no') : '',
    S3_CACHE_BYTES: s3 ? String(s3.cacheBytes) : '',
  };
}

type Part = { readonly name: string; readonly ended: Promise<string | null>; readonly logFile: string };

async function whenBroken({ name, ended, logFile }: Part): Promise<never> {
  const how = await ended;
  if (how === null) return new Promise<never>(() => undefined);
  throw new StackFailure('stack.process-ended', `${name} ${how}; see ${logFile}`);
}
