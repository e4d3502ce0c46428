import type { Db, Tx } from '@pinpaint/db';
import type { BoardId, Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { type BoardAt, findBoard } from '../boards/findBoard.ts';
import { type Problem, problem } from '../problem.ts';

/** Asked before a file is received too: who may not, shall not fill the disk. */
export async function mayAddFrame(
  db: Db | Tx,
  actor: Actor,
  { boardId }: { readonly boardId: BoardId },
): Promise<Result<BoardAt, Problem>> {
  const found = await findBoard(db, actor, { boardId, action: 'frame.upload' });
  if (!found.ok) return found;
  return found.value.archivedAt ? problem('board.archived') : found;
}
