import type { Db, Tx } from '@pinpaint/db';
import type { BoardAt } from '../rooms/boardStore.ts';
import { LostLog } from '../rooms/LostLog.ts';
import type { Taken } from './lease.sql.ts';

type Append = {
  readonly seq: number;
  readonly update: Uint8Array;
  /** Whose changes are in it. */
  readonly people: readonly string[];
};

/**
 * Appends an update if the epoch is still the room's, in one statement: the lease's row is held shared until it is
 * through, so whoever takes the room waits for it, and once that one has, no append under this epoch finds the row.
 * The same once more, after an answer that got lost, is fine.
 *
 * @throws LostLog when another has the room
 */
export async function appendUpdate(db: Db | Tx, at: Taken, { seq, update, people }: Append): Promise<void> {
  const { studioId, boardId, nodeId, epoch } = at;
  const bytes = Uint8Array.from(update);
  const [row] = await db.$queryRaw<{ held: boolean; put: boolean }[]>`
    WITH held AS (
      SELECT 1 FROM room_lease
      WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid
        AND node_id = ${nodeId}::uuid AND epoch = ${epoch}
      FOR SHARE
    ), put AS (
      INSERT INTO board_update (studio_id, board_id, seq, update, person_ids)
      SELECT ${studioId}::uuid, ${boardId}::uuid, ${seq}, ${bytes}, ${[...people]}::uuid[] FROM held
      ON CONFLICT DO NOTHING
      RETURNING 1
    )
    SELECT EXISTS (SELECT FROM held) AS held, EXISTS (SELECT FROM put) AS put`;
  if (!row?.held) throw new LostLog(`Another node has taken board ${boardId} since epoch ${epoch}`);
  if (!row.put && !(await isThere(db, at, { seq, update })))
    throw new LostLog(`Somebody else has written update ${seq} of board ${boardId}`);
}

async function isThere(
  db: Db | Tx,
  { studioId, boardId }: BoardAt,
  { seq, update }: Pick<Append, 'seq' | 'update'>,
): Promise<boolean> {
  const where = { studioId_boardId_seq: { studioId, boardId, seq } };
  const row = await db.boardUpdate.findUnique({ where, select: { update: true } });
  return row !== null && Buffer.compare(row.update, update) === 0;
}
