import { writing } from '@pinpaint/db';
import { type BoardId, ok, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findBoard } from './findBoard.ts';
import { type Board, toBoard } from './toBoard.ts';

/** What is not said stays as it is. */
export type ChangeBoard = {
  readonly boardId: BoardId;
  readonly name?: string | undefined;
  readonly archived?: boolean | undefined;
};

export async function changeBoard(
  ctx: Ctx,
  actor: Actor,
  { boardId, ...wish }: ChangeBoard,
): Promise<Result<Board, Problem>> {
  const name = wish.name === undefined ? undefined : cleanName(wish.name);
  if (name && !name.ok) return name;
  const by = { studioId: actor.studioId, actor: deedActor(actor) };
  return writing(ctx.db, by, async ({ tx, record }) => {
    const found = await findBoard(tx, actor, { boardId, action: 'board.manage' });
    if (!found.ok) return found;
    const archivedAt = wish.archived ? (found.value.archivedAt ?? ctx.now()) : null;
    const board = await tx.board.update({
      where: { id: boardId },
      data: {
        ...(name ? { name: name.value } : {}),
        ...(wish.archived === undefined ? {} : { archivedAt }),
      },
    });
    record({
      topic: 'board.changed',
      subject: { kind: 'board', id: boardId },
      scope: found.value.scope,
      ...(wish.archived === undefined ? {} : { payload: { archived: wish.archived } }),
      ...(name ? { texts: { name: name.value } } : {}),
    });
    return ok(toBoard(board));
  });
}
