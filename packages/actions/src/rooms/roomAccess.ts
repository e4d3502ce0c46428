import { type BoardId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { AdmitCtx } from '../access/admit.ts';
import { permitInProject } from '../access/permitInProject.ts';
import { findBoard } from '../boards/findBoard.ts';
import type { Problem } from '../problem.ts';

/** In a room one looks, or one changes things too; what is in the archive is only looked at. */
export type RoomAccess = 'read' | 'write';

export async function roomAccess(
  { db }: AdmitCtx,
  actor: Actor,
  boardId: BoardId,
): Promise<Result<RoomAccess, Problem>> {
  const board = await findBoard(db, actor, { boardId, action: 'room.read' });
  if (!board.ok) return board;
  const { scope, archivedAt } = board.value;
  const write = await permitInProject(db, actor, { action: 'room.write', scope, missing: 'board.not-found' });
  return ok(write.ok && !archivedAt ? 'write' : 'read');
}
