import { writing } from '@pinpaint/db';
import { type BoardId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findProject } from '../projects/findProject.ts';
import { type Board, toBoard } from './toBoard.ts';

export type CreateBoard = {
  readonly id: BoardId;
  readonly projectId: ProjectId;
  readonly name: string;
};

export async function createBoard(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  wish: CreateBoard,
): Promise<Result<Board, Problem>> {
  const { projectId } = wish;
  const { studioId } = actor;
  const name = cleanName(wish.name);
  if (!name.ok) return name;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findProject(tx, actor, { projectId, action: 'board.create' });
    if (!found.ok) return found;
    const sent = await tx.board.findUnique({ where: { id: wish.id } });
    if (sent) {
      const same = sent.projectId === projectId && sent.name === name.value;
      return same ? ok(toBoard(sent)) : problem('board.id-taken');
    }
    const board = await tx.board.create({ data: { id: wish.id, studioId, projectId, name: name.value } });
    record({
      topic: 'board.created',
      subject: { kind: 'board', id: board.id },
      scope: { projectId, boardId: wish.id },
      texts: { name: name.value },
    });
    return ok(toBoard(board));
  });
}
