import { type BoardId, ok, type Result } from '@pinpaint/domain';
import { type BoardStorage, storageOf } from '@pinpaint/rooms/history';
import type { Actor } from '../access/actor.ts';
import { findBoard } from '../boards/findBoard.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';

export type BoardSizes = BoardStorage & { readonly historyLimit: number };

/** What a board takes: how it lies, its history, its pictures. */
export async function readBoardStorage(
  ctx: Pick<Ctx, 'db' | 'maxHistoryBytes'>,
  actor: Actor,
  { boardId }: { readonly boardId: BoardId },
): Promise<Result<BoardSizes, Problem>> {
  const found = await findBoard(ctx.db, actor, { boardId, action: 'room.read' });
  if (!found.ok) return found;
  const sizes = await storageOf(ctx.db, { studioId: actor.studioId, boardId });
  return ok({ ...sizes, historyLimit: ctx.maxHistoryBytes });
}
