import type { Db, Tx } from '@pinpaint/db';

export type WaitingEdit = { readonly id: string; readonly studioId: string };

type Wish = { readonly studioId: string | null; readonly engines: readonly string[] };

/**
 * The edit whose turn it is: of each person the oldest, of the studios the one that has waited longest for
 * a turn, and in it the person who has. A turn is a start, so one who queues a hundred gets every second.
 * Nothing is locked: whoever takes it moves it by compare-and-swap, and who loses asks again.
 */
export async function nextWaiting(db: Db | Tx, { studioId, engines }: Wish): Promise<WaitingEdit | null> {
  const [edit] = await db.$queryRaw<WaitingEdit[]>`
    WITH waiting AS (
      SELECT DISTINCT ON (studio_id, created_by) id, studio_id, created_by
      FROM edit
      WHERE state = 'queued' AND prepared_at IS NOT NULL AND engine = ANY(${[...engines]})
        AND (${studioId}::uuid IS NULL OR studio_id = ${studioId}::uuid)
      ORDER BY studio_id, created_by, id
    )
    SELECT id, studio_id AS "studioId"
    FROM waiting
    ORDER BY
      (SELECT max(started_at) FROM edit turn WHERE turn.studio_id = waiting.studio_id) NULLS FIRST,
      (SELECT max(started_at) FROM edit turn
        WHERE turn.studio_id = waiting.studio_id AND turn.created_by = waiting.created_by) NULLS FIRST,
      id
    LIMIT 1`;
  return edit ?? null;
}
