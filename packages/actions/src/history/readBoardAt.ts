import { type BoardId, ok, type Result } from '@pinpaint/domain';
import { stateAt } from '@pinpaint/rooms/history';
import type { Actor } from '../access/actor.ts';
import { findBoard } from '../boards/findBoard.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';

/** A board as it was at a moment of its history, as a Yjs update for an empty document. */
export async function readBoardAt(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { boardId, seq }: { readonly boardId: BoardId; readonly seq: number },
): Promise<Result<Uint8Array, Problem>> {
  const found = await findBoard(ctx.db, actor, { boardId, action: 'room.read' });
  if (!found.ok) return found;
  const state = await stateAt(ctx.db, { studioId: actor.studioId, boardId }, seq);
  return state ? ok(state) : problem('moment.not-found', { seq });
}
