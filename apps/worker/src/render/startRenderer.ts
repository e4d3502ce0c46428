import { join } from 'node:path';
import type { Ctx } from '@pinpaint/actions';
import { hostedBy, listenForWork } from '@pinpaint/actions';
import type { Log, Metrics, S3Config, ServicesConfig } from '@pinpaint/config';
import { createDb, createQueue, holdPresence, type JobName, jobNames, type Queue } from '@pinpaint/db';
import { openPixels } from '@pinpaint/pictures';
import { openPasts } from '@pinpaint/rooms/history';
import { openBlobs } from '@pinpaint/storage';
import { jobHandlers } from './jobHandlers.ts';
import { openHosted } from './openHosted.ts';
import type { RenderDeps } from './renderDeps.ts';
import { StepRunner } from './steps/StepRunner.ts';
import { type JobsTold, tellOfJobs } from './tellOfJobs.ts';

export type RendererOptions = {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** null: blobs lie in the data folder. Holds a key: never log it. */
  readonly s3: S3Config | null;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Of any picture. */
  readonly maxMegapixels: number;
  /** Of each board. */
  readonly maxHistoryBytes: number;
  /** What else it asks services for. Holds keys: never log it. */
  readonly services: ServicesConfig;
};

export type Renderer = { stop(): Promise<void> };

/** 500 megapixels of 4 × 16 bits: the most that configuration allows. */
const largestBlobBytes = 4 * 1024 ** 3;

/** The trusted role: it sees database and blobs, and does every job there is. */
export async function startRenderer({
  databaseUrl,
  dataDir,
  s3,
  log,
  metrics,
  maxMegapixels,
  maxHistoryBytes,
  services,
}: RendererOptions): Promise<Renderer> {
  const missing = jobNames.filter((name) => !(name in jobHandlers));
  if (missing.length > 0) throw new Error(`Nobody handles ${missing.join(', ')}`);
  const db = createDb(databaseUrl);
  const queue = await createQueue(databaseUrl, {
    works: true,
    onError: (err) => log.error({ err }, 'queue'),
  });
  const pixels = openPixels();
  const steps = new StepRunner();
  // It keeps one history at a time.
  const pasts = openPasts({ threads: 1 });
  const workCalls = listenForWork(databaseUrl);
  const ctx: Ctx = {
    db,
    queue,
    blobs: await openBlobs({ s3, dataDir, onError: (err) => log.warn({ err }, 'blobs') }),
    pixels,
    workCalls,
    pasts,
    now: () => new Date(),
    maxMegapixels,
    maxHistoryBytes,
    hosted: hostedBy(services),
  };
  const deps: RenderDeps = {
    ctx,
    pixels,
    steps,
    ...openHosted(services),
    log,
    scratchDir: join(dataDir, 'tmp', 'render'),
    maxBytes: largestBlobBytes,
  };
  const told = tellOfJobs(metrics);
  for (const name of jobNames) await register(name, { deps, queue, told });
  const presence = await holdPresence(databaseUrl, 'renderer');
  log.info({ jobs: jobNames.length }, 'renderer ready');
  return {
    async stop() {
      await presence.stop();
      // A step would hold up the queue for minutes; it is given back.
      await Promise.all([steps.stop(), queue.stop()]);
      await Promise.all([pixels.stop(), pasts.stop(), workCalls.stop(), ctx.blobs.stop()]);
      await db.$disconnect();
    },
  };
}

type Registering = { readonly deps: RenderDeps; readonly queue: Queue; readonly told: JobsTold };

async function register<N extends JobName>(name: N, { deps, queue, told }: Registering): Promise<void> {
  await queue.work(name, async (job) => {
    const since = performance.now();
    try {
      await jobHandlers[name](deps, job);
    } catch (err) {
      told.failed(name);
      deps.log.error({ err, job: name, data: job }, 'job failed; it is tried again');
      throw err;
    }
    const ms = performance.now() - since;
    told.done(name, ms / 1000);
    deps.log.debug({ job: name, data: job, ms: Math.round(ms) }, 'job done');
  });
}
