import type { Db, Tx } from '@pinpaint/db';
import { type Action, type BoardId, type FrameId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { type BoardAt, findBoard } from '../boards/findBoard.ts';
import type { Problem } from '../problem.ts';
import { findFrame } from './findFrame.ts';

/** One frame, or all that lie on a board. */
export type FramesOf = { readonly frameId: FrameId } | { readonly boardId: BoardId };

export type FramesAt = {
  readonly scope: BoardAt['scope'];
  /** For rows that belong to a frame. */
  readonly where:
    | { readonly frameId: FrameId }
    | { readonly frame: { readonly boardId: BoardId; readonly archivedAt: null } };
};

/** Where to look for what belongs to frames, when they exist for this actor and they may do this with them. */
export async function findFrames(
  db: Db | Tx,
  actor: Actor,
  { of, action }: { readonly of: FramesOf; readonly action: Action },
): Promise<Result<FramesAt, Problem>> {
  if ('frameId' in of) {
    const found = await findFrame(db, actor, { frameId: of.frameId, action });
    return found.ok ? ok({ scope: found.value.scope, where: { frameId: of.frameId } }) : found;
  }
  const found = await findBoard(db, actor, { boardId: of.boardId, action });
  if (!found.ok) return found;
  return ok({ scope: found.value.scope, where: { frame: { boardId: of.boardId, archivedAt: null } } });
}
