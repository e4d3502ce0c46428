import { type Db, isPresent, type Queue } from '@pinpaint/db';
import type { BlobStore } from '@pinpaint/storage';

export type ReadyPart = { readonly name: string; readonly ready: boolean; readonly says: string };

export type ReadyParts = {
  readonly db: Db;
  readonly queue: Pick<Queue, 'check'>;
  readonly blobs: Pick<BlobStore, 'check'>;
};

const answers = 'answers';

/** A part that does not answer in this time counts as away. */
const answerMs = 3_000;
/** Workers beat every few seconds, also when idle. */
const workerSeenMs = 30_000;

/** Every part an edit needs on its way; ready is when all of them are. */
export function checkReadiness({ db, queue, blobs }: ReadyParts): Promise<readonly ReadyPart[]> {
  return Promise.all([
    part('Database', () => db.$queryRaw`SELECT 1`.then(() => answers)),
    part('Queue', () => queue.check().then(() => answers)),
    part('Blobs', () => blobs.check().then(() => answers)),
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

/** What a stranger may read: never a driver's message, which can hold addresses and names. */
function plainReason(error: unknown): string {
  const said = error instanceof Error ? error.message : '';
  return said === 'none is running' || said === 'none has reported' ? said : 'does not answer';
}
