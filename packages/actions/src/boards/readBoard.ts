import { type BoardId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findBoard } from './findBoard.ts';
import { type Board, toBoard } from './toBoard.ts';

export async function readBoard(
  ctx: Ctx,
  actor: Actor,
  { boardId }: { readonly boardId: BoardId },
): Promise<Result<Board, Problem>> {
  const found = await findBoard(ctx.db, actor, { boardId, action: 'board.read' });
  return found.ok ? ok(toBoard(found.value)) : found;
}
