import { type BoardId, ok, type Result } from '@pinpaint/domain';
import { stateAt } from '@pinpaint/rooms/history';
import type { Actor } from '../access/actor.ts';
import { findBoard } from '../boards/findBoard.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';

export type ReadBoardAt = {
  readonly boardId: BoardId;
  readonly seq: number;
  /** Aborted: nobody waits for it any more. */
  readonly signal?: AbortSignal;
};

/** A board as it was at a moment of its history, as a Yjs update for an empty document. */
export async function readBoardAt(
  ctx: Pick<Ctx, 'db' | 'pasts'>,
  actor: Actor,
  { boardId, seq, signal }: ReadBoardAt,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  const found = await findBoard(ctx.db, actor, { boardId, action: 'room.read' });
  if (!found.ok) return found;
  const state = await stateAt({ ...ctx, signal }, { studioId: actor.studioId, boardId }, seq);
  if (!state.ok) return problem(state.error.code);
  return state.value ? ok(state.value) : problem('moment.not-found', { seq });
}
