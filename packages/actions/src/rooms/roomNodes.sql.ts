import type { Db } from '@pinpaint/db';
import type { BoardId, StudioId } from '@pinpaint/domain';
import type { RoomNode } from './chooseNode.ts';

type Wish = { readonly studioId: StudioId; readonly boardId: BoardId };

/** The nodes that live, by the database's clock, and which of them owns this board's room. */
export function roomNodes(db: Db, { studioId, boardId }: Wish): Promise<RoomNode[]> {
  return db.$queryRaw<RoomNode[]>`
    SELECT
      node.id, node.url, node.load,
      node.draining_at IS NOT NULL AS "isDraining",
      lease.node_id IS NOT NULL AS "isOwner"
    FROM sync_node node
    LEFT JOIN room_lease lease ON lease.node_id = node.id
      AND lease.studio_id = ${studioId}::uuid AND lease.board_id = ${boardId}::uuid
    WHERE node.expires_at > now()`;
}
