import type { Db, Tx } from '@pinpaint/db';
import type { PixelRect } from '@pinpaint/domain';

/** The version a frame stands at: its newest that was not discarded. Null until the master is made. */
export async function newestVersion(db: Db | Tx, frameId: string) {
  const version = await db.version.findFirst({
    where: { frameId, state: { not: 'discarded' } },
    orderBy: { number: 'desc' },
  });
  return version && { ...version, bounds: version.bounds as PixelRect };
}
