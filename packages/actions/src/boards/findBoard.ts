import type { Db, Tx } from '@pinpaint/db';
import { type Action, type BoardId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { permitInProject } from '../access/permitInProject.ts';
import { type Problem, problem } from '../problem.ts';

export type BoardAt = Awaited<ReturnType<typeof load>> & object;

/** The board, when it exists for this actor and they may do this with it. */
export async function findBoard(
  db: Db | Tx,
  actor: Actor,
  { boardId, action }: { readonly boardId: BoardId; readonly action: Action },
): Promise<Result<BoardAt, Problem>> {
  const board = await load(db, actor, boardId);
  if (!board) return problem('board.not-found', { boardId });
  const { scope } = board;
  const allowed = await permitInProject(db, actor, { action, scope, missing: 'board.not-found' });
  return allowed.ok ? ok(board) : allowed;
}

async function load(db: Db | Tx, { studioId }: Actor, boardId: BoardId) {
  const board = await db.board.findFirst({ where: { id: boardId, studioId } });
  return board && { ...board, scope: { projectId: board.projectId as ProjectId, boardId } };
}
