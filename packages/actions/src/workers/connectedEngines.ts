import type { Db, Tx } from '@pinpaint/db';
import type { EngineFacts, StudioId } from '@pinpaint/domain';

/** A worker beats or asks for work every few seconds, also when idle; silent for longer, it counts as gone. */
export const workerSeenMs = 30_000;

/** In a WHERE: a worker that this studio can count on. */
export function isConnected({ studioId, now }: { readonly studioId: StudioId; readonly now: Date }) {
  return {
    OR: [{ studioId }, { studioId: null }],
    seenAt: { gte: new Date(now.getTime() - workerSeenMs) },
    drainingAt: null,
    token: { revokedAt: null },
  };
}

/** What this studio's workers, and the installation's own, can do right now; each engine once. */
export async function connectedEngines(
  db: Db | Tx,
  { studioId, now }: { readonly studioId: StudioId; readonly now: Date },
): Promise<readonly EngineFacts[]> {
  const workers = await db.worker.findMany({
    where: isConnected({ studioId, now }),
    // A studio's own engine comes before the installation's of the same name.
    orderBy: [{ studioId: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    select: { engines: true },
  });
  const byName = new Map<string, EngineFacts>();
  for (const { engines } of workers) {
    for (const engine of engines as unknown as readonly EngineFacts[]) {
      if (!byName.has(engine.name)) byName.set(engine.name, engine);
    }
  }
  return [...byName.values()];
}
