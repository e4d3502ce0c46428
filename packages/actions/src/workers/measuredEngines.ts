import type { Db, Tx } from '@pinpaint/db';
import type { MeasuredEngine, StudioId } from '@pinpaint/domain';
import { connectedEngines, workerSeenMs } from './connectedEngines.ts';
import { engineRuns } from './engineRuns.sql.ts';

/** What can be asked for right now, with how long it took lately: what an estimate is computed from. */
export async function measuredEngines(
  db: Db | Tx,
  { studioId, now }: { readonly studioId: StudioId; readonly now: Date },
): Promise<readonly MeasuredEngine[]> {
  const engines = await connectedEngines(db, { studioId, now });
  const seenSince = new Date(now.getTime() - workerSeenMs);
  const runs = await engineRuns(db, { studioId, seenSince, engines: engines.map(({ name }) => name) });
  return engines.map((engine) => ({ ...engine, runs: runs.get(engine.name) ?? [] }));
}
