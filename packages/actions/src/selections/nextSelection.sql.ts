import type { Db } from '@pinpaint/db';

type Wish = {
  readonly studioId: string | null;
  /** What was asked before is waited for by nobody. */
  readonly since: Date;
};

/**
 * The selection whose turn it is: of each person the oldest, of the studios the one that has waited longest for a turn,
 * and in it the person who has, as with edits. Whoever clicks and clicks gets every second turn, and nobody waits for
 * all of theirs.
 */
export async function nextSelection(db: Db, { studioId, since }: Wish): Promise<string | null> {
  const [next] = await db.$queryRaw<{ readonly id: string }[]>`
    WITH waiting AS (
      SELECT DISTINCT ON (studio_id, asked_by) id, studio_id, asked_by
      FROM selection
      WHERE worker_id IS NULL AND answer IS NULL AND created_at > ${since}
        AND (${studioId}::uuid IS NULL OR studio_id = ${studioId}::uuid)
      ORDER BY studio_id, asked_by, id
    )
    SELECT id
    FROM waiting
    ORDER BY
      (SELECT max(started_at) FROM selection turn WHERE turn.studio_id = waiting.studio_id) NULLS FIRST,
      (SELECT max(started_at) FROM selection turn
        WHERE turn.studio_id = waiting.studio_id AND turn.asked_by = waiting.asked_by) NULLS FIRST,
      id
    LIMIT 1`;
  return next?.id ?? null;
}
