import type { Db } from '@pinpaint/db';

export type BoardFacts = {
  readonly boardId: string;
  readonly frames: number;
  /** Whose newest submitted version is approved. */
  readonly approved: number;
  /** Whose newest submitted version waits for a decision; a picture as it was uploaded does so once a client has signed it off. */
  readonly toDecide: number;
  readonly openPins: number;
  /** Edits that are queued or run. */
  readonly running: number;
  /** null: nothing has happened there yet. */
  readonly lastAt: Date | null;
};

type Where = { readonly studioId: string; readonly boardIds: readonly string[] };

/** Counts of several boards at once. Each look goes by an index, so it costs what the boards hold and not what the studio does. */
export function boardFacts(db: Db, { studioId, boardIds }: Where): Promise<readonly BoardFacts[]> {
  return db.$queryRaw<BoardFacts[]>`
    SELECT b.id AS "boardId", held.*, last.at AS "lastAt"
    FROM board b
    CROSS JOIN LATERAL (
      SELECT
        count(*)::int AS frames,
        (count(*) FILTER (WHERE newest.state = 'approved'))::int AS approved,
        (count(*) FILTER (WHERE newest.state = 'in_review' AND (newest.number > 1 OR newest.signed)))::int
          AS "toDecide",
        coalesce(sum((
          SELECT count(*) FROM pin
          WHERE pin.studio_id = f.studio_id AND pin.frame_id = f.id AND pin.state = 'open'
        )), 0)::int AS "openPins",
        coalesce(sum((
          SELECT count(*) FROM edit
          WHERE edit.studio_id = f.studio_id AND edit.frame_id = f.id AND edit.state IN ('queued', 'running')
        )), 0)::int AS running
      FROM frame f
      LEFT JOIN LATERAL (
        SELECT v.state, v.number, EXISTS (
          SELECT FROM decision d
          WHERE d.studio_id = v.studio_id AND d.version_id = v.id AND d.kind IN ('sign_off', 'sign_off_changes')
        ) AS signed
        FROM version v
        WHERE v.frame_id = f.id AND v.state NOT IN ('draft', 'discarded', 'withdrawn')
        ORDER BY v.number DESC LIMIT 1
      ) newest ON true
      WHERE f.studio_id = b.studio_id AND f.board_id = b.id AND f.archived_at IS NULL
    ) held
    LEFT JOIN LATERAL (
      SELECT e.at FROM ledger_event e
      WHERE e.studio_id = b.studio_id AND e.board_id = b.id
      ORDER BY e.seq DESC LIMIT 1
    ) last ON true
    WHERE b.studio_id = ${studioId}::uuid AND b.id = ANY(${[...boardIds]}::uuid[])`;
}
