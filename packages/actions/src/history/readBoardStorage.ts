import { type BoardId, ok, type Result } from '@pinpaint/domain';
import { type BoardStorage, storageOf } from '@pinpaint/rooms/history';
import type { Actor } from '../access/actor.ts';
import { findBoard } from '../boards/findBoard.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';

/** What a board takes: how it lies, its history, its pictures. */
export async function readBoardStorage(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { boardId }: { readonly boardId: BoardId },
): Promise<Result<BoardStorage, Problem>> {
  const found = await findBoard(ctx.db, actor, { boardId, action: 'room.read' });
  return found.ok ? ok(await storageOf(ctx.db, { studioId: actor.studioId, boardId })) : found;
}
