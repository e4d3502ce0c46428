import type { Db, Tx } from '@pinpaint/db';
import type { BoardAt } from '../rooms/boardStore.ts';
import { LostLog } from '../rooms/LostLog.ts';

type Taking = BoardAt & { readonly nodeId: string };
/** A taking that has gone well. */
export type Taken = Taking & { readonly epoch: number };

/**
 * Makes the node the room's owner, if nobody who lives is. It waits for an append under way, which holds the row
 * shared; afterwards none under an older epoch finds it.
 *
 * @returns the new epoch; null: another node lives and owns it
 */
export async function takeLease(db: Db | Tx, { studioId, boardId, nodeId }: Taking): Promise<number | null> {
  const [row] = await db.$queryRaw<{ epoch: number }[]>`
    INSERT INTO room_lease (studio_id, board_id, node_id, epoch)
    VALUES (${studioId}::uuid, ${boardId}::uuid, ${nodeId}::uuid, 1)
    ON CONFLICT (studio_id, board_id) DO UPDATE
      SET node_id = EXCLUDED.node_id, epoch = room_lease.epoch + 1, taken_at = now()
      WHERE room_lease.node_id IS NULL OR room_lease.node_id = EXCLUDED.node_id OR NOT EXISTS (
        SELECT 1 FROM sync_node WHERE id = room_lease.node_id AND expires_at > now()
      )
    RETURNING epoch`;
  return row?.epoch ?? null;
}

/** Whether the room's owner is about to give it back. */
export async function isBeingGivenBack(db: Db, { studioId, boardId }: BoardAt): Promise<boolean> {
  const draining = { node: { is: { drainingAt: { not: null } } } };
  // Between two looks it may have been given back already.
  const rows = await db.roomLease.count({
    where: { studioId, boardId, OR: [draining, { nodeId: null }] },
  });
  return rows > 0;
}

/** Nothing happens where it has been taken by now. */
export async function releaseLease(db: Db, { studioId, boardId, nodeId, epoch }: Taken): Promise<void> {
  await db.$executeRaw`
    UPDATE room_lease SET node_id = NULL
    WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid
      AND node_id = ${nodeId}::uuid AND epoch = ${epoch}`;
}

/**
 * Until the transaction ends nobody takes the room.
 *
 * @throws LostLog when somebody has
 */
export async function holdLease(tx: Tx, { studioId, boardId, nodeId, epoch }: Taken): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM room_lease
    WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid
      AND node_id = ${nodeId}::uuid AND epoch = ${epoch}
    FOR SHARE`;
  if (rows.length === 0) throw new LostLog(`Another node has taken board ${boardId} since epoch ${epoch}`);
}
