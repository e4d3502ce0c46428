import type { Db, Tx } from '@pinpaint/db';
import type { EngineTurns } from './turnsLeft.sql.ts';

export type WaitingEdit = { readonly id: string; readonly studioId: string };

type Wish = { readonly studioId: string | null; readonly turns: readonly EngineTurns[] };

/**
 * The edit whose turn it is: of each person the oldest, of the studios the one that has waited longest for
 * a turn, and in it the person who has. A turn is a start, so one who queues a hundred gets every second.
 * An engine whose key is used up for this minute has none. Nothing is locked: whoever takes it moves it by compare-and-swap, and who loses asks again.
 */
export async function nextWaiting(db: Db | Tx, { studioId, turns }: Wish): Promise<WaitingEdit | null> {
  const engines = turns.map(({ engine }) => engine);
  const rooms = turns.map(({ room }) => room);
  const [edit] = await db.$queryRaw<WaitingEdit[]>`
    WITH waiting AS (
      SELECT DISTINCT ON (studio_id, created_by) id, studio_id, created_by
      FROM edit JOIN unnest(${engines}::text[], ${rooms}::int[]) AS turn (engine, room) USING (engine)
      WHERE state = 'queued' AND prepared_at IS NOT NULL AND variants <= room
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
