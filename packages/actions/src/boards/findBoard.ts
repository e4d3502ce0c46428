import type { Db, Tx } from '@pinpaint/db';
import { type Action, type BoardId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { permit } from '../access/permit.ts';
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
  const allowed = permit(actor, action, board.scope, 'board.not-found');
  return allowed.ok ? ok(board) : allowed;
}

async function load(db: Db | Tx, { studioId }: Actor, boardId: BoardId) {
  const row = await db.board.findFirst({
    where: { id: boardId, studioId },
    include: { project: { select: { archivedAt: true } } },
  });
  if (!row) return null;
  const { project, ...board } = row;
  return {
    ...board,
    projectArchivedAt: project.archivedAt,
    scope: { projectId: board.projectId as ProjectId, boardId },
  };
}
