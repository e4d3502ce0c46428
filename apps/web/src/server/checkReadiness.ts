import { type Db, isPresent, type Queue } from '@pinpaint/db';
import type { NewsFeed } from '@pinpaint/rooms';
import type { BlobStore } from '@pinpaint/storage';

export type ReadyPart = { readonly name: string; readonly ready: boolean; readonly says: string };

export type ReadyParts = {
  readonly db: Db;
  readonly queue: Pick<Queue, 'check'>;
  readonly blobs: Pick<BlobStore, 'check'>;
  readonly feed: Pick<NewsFeed, 'isListening'>;
  /** On the way out: whoever sends people here sends them elsewhere. */
  readonly isStopping: () => boolean;
};

const answers = 'answers';

/** A part that does not answer in this time counts as away. */
const answerMs = 3_000;
/** Workers ask for work every five seconds, and beat while they have some. */
const workerSeenMs = 15_000;

/** Every part an edit needs on its way; ready is when all of them are. */
export function checkReadiness({
  db,
  queue,
  blobs,
  feed,
  isStopping,
}: ReadyParts): Promise<readonly ReadyPart[]> {
  return Promise.all([
    part('Web', async () => {
      if (isStopping()) throw new Error('is stopping');
      return answers;
    }),
    part('Database', () => db.$queryRaw`SELECT 1`.then(() => answers)),
    part('Queue', () => queue.check().then(() => answers)),
    part('Blobs', () => blobs.check().then(() => answers)),
    part('News', async () => {
      if (!feed.isListening()) throw new Error('does not listen');
      return answers;
    }),
    part('Renderer', async () => {
      if (!(await isPresent(db, 'renderer'))) throw new Error('none is running');
      return answers;
    }),
    part('Engine workers', async () => {
      const since = new Date(Date.now() - workerSeenMs);
      const workers = await db.worker.count({ where: { seenAt: { gte: since }, drainingAt: null } });
      if (workers === 0) throw new Error('none has reported');
      return `${workers} connected`;
    }),
  ]);
}

async function part(name: string, check: () => Promise<string>): Promise<ReadyPart> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('does not answer')), answerMs).unref();
  });
  try {
    return { name, ready: true, says: await Promise.race([check(), late]) };
  } catch (error) {
    return { name, ready: false, says: plainReason(error) };
  }
}

const ours: ReadonlySet<string> = new Set([
  'none is running',
  'none has reported',
  'is stopping',
  'does not listen',
]);

/** What a stranger may read: never a driver's message, which can hold addresses and names. */
function plainReason(error: unknown): string {
  const said = error instanceof Error ? error.message : '';
  return ours.has(said) ? said : 'does not answer';
}
