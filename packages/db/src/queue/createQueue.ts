import { traced, traceparentNow } from '@pinpaint/config';
import { fromPrisma, PgBoss } from 'pg-boss';
import type { Tx } from '../createDb.ts';
import { type JobName, type Jobs, jobNames } from './jobs.ts';

export type Queue = {
  /** In the caller's transaction: the job exists exactly when the row it speaks of does. */
  enqueue<N extends JobName>(tx: Tx, name: N, data: Jobs[N], seldom?: Seldom): Promise<void>;
  /** Each queue runs one job at a time in this process, woken by NOTIFY. */
  work<N extends JobName>(
    name: N,
    handle: (data: Jobs[N], signal: AbortSignal) => Promise<void>,
  ): Promise<void>;
  /** Throws when the queue's tables can't be reached. */
  check(): Promise<void>;
  /** Waits for running jobs up to a limit, then leaves them to be retried. */
  stop(): Promise<void>;
};

/** What a job carries beside its ids where its request was traced. */
type Traced = { readonly traceparent?: string };

/** For who asks again and again: of jobs with one key, one in this many seconds is taken. */
type Seldom = { readonly key: string; readonly seconds: number };

type QueueOptions = {
  /** Workers listen and keep house; the API only sends. */
  readonly works: boolean;
  readonly onError: (error: Error) => void;
};

/** Long enough for a 120-megapixel render; who still works on a job then hangs. */
const expireInSeconds = 300;
/** Upscaling ×4 on a processor takes two minutes a megapixel. */
const longExpireInSeconds: Partial<Record<JobName, number>> = {
  'rendition.step': 6 * 3600,
  'rendition.film': 2 * 3600,
};
/** A renderer that is gone beats no more, and what it was at goes to the next; pg-boss allows no less. */
const heartbeatSeconds = 10;
/** How often those who work look for missing beats. */
const superviseSeconds = 5;
const drainMs = 10_000;
/**
 * A job that comes while another runs finds nobody to wake, and pg-boss would look again only after half a
 * minute: a second upload must not wait that long.
 */
const everyHalfSecond = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5 };

const settings = {
  notify: true,
  retryLimit: 3,
  retryDelay: 1,
  retryBackoff: true,
  heartbeatSeconds,
  deleteAfterSeconds: 3600,
};

export async function createQueue(url: string, { works, onError }: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    max: works ? 4 : 2,
    useListenNotify: works,
    supervise: works,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    schedule: works,
    registerInstance: false,
  });
  boss.on('error', onError);
  await boss.start();
  for (const name of jobNames) {
    const own = { ...settings, expireInSeconds: longExpireInSeconds[name] ?? expireInSeconds };
    await boss.createQueue(name, own);
    // One that an older program has made keeps its own settings otherwise.
    if (works) await boss.updateQueue(name, own);
  }
  if (works) await boss.schedule('house.keep', '* * * * *', {});
  return {
    async enqueue(tx, name, data, seldom) {
      const once = seldom && { singletonKey: seldom.key, singletonSeconds: seldom.seconds };
      const traceparent = traceparentNow();
      await boss.send(name, traceparent ? { ...data, traceparent } : data, { ...once, db: fromPrisma(tx) });
    },
    async work(name, handle) {
      await boss.work<Jobs[typeof name] & Traced>(name, everyHalfSecond, async (jobs) => {
        for (const { data, signal } of jobs) {
          const { traceparent, ...ids } = data;
          const facts = { from: traceparent ?? null, kind: 'consumer', attributes: { ...ids } } as const;
          await traced(`job ${name}`, facts, () => handle(data, signal));
        }
      });
    },
    async check() {
      await boss.getQueue(jobNames[0]);
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: drainMs, close: true });
    },
  };
}
