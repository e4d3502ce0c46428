import type { Db, Tx } from '@pinpaint/db';
import { type EngineRun, runsLooked } from '@pinpaint/domain';

type Wish = {
  readonly studioId: string;
  /** Workers seen since then are connected. */
  readonly seenSince: Date;
  readonly engines: readonly string[];
};

type Row = EngineRun & { readonly engine: string };

/**
 * The last answered runs of each engine by the workers that are connected here, the newest first. A process that comes
 * back under the same token and name is the same machine: what it learnt outlives it. Of every worker at most as many
 * rows are read as are looked at in all.
 */
export async function engineRuns(
  db: Db | Tx,
  { studioId, seenSince, engines }: Wish,
): Promise<ReadonlyMap<string, readonly EngineRun[]>> {
  const rows = await db.$queryRaw<Row[]>`
    WITH machine AS (
      SELECT DISTINCT worker.token_id, worker.name
      FROM worker JOIN worker_token ON worker_token.id = worker.token_id
      WHERE (worker.studio_id = ${studioId}::uuid OR worker.studio_id IS NULL)
        AND worker.seen_at >= ${seenSince} AND worker.draining_at IS NULL AND worker_token.revoked_at IS NULL
    ),
    last AS (
      SELECT run.*, row_number() OVER (PARTITION BY run.engine ORDER BY run.answered_at DESC, run.id DESC) AS place
      FROM worker JOIN machine USING (token_id, name)
      CROSS JOIN unnest(${[...engines]}::text[]) AS wanted (engine)
      CROSS JOIN LATERAL (
        SELECT id, edit.engine, answered_at, engine_ms, variants, (cost->>'pixels')::float8 AS pixels
        FROM edit
        WHERE edit.worker_id = worker.id AND edit.engine = wanted.engine
          AND answered_at IS NOT NULL AND engine_ms > 0 AND (cost->>'pixels')::float8 > 0
        ORDER BY answered_at DESC LIMIT ${runsLooked}
      ) run
    )
    SELECT engine, engine_ms / 1000 AS seconds, pixels, variants FROM last
    WHERE place <= ${runsLooked} ORDER BY engine, place`;
  return Map.groupBy(rows, ({ engine }) => engine);
}
