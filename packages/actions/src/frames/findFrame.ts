import type { Db, Tx } from '@pinpaint/db';
import {
  type Action,
  type BoardId,
  type FrameId,
  ok,
  type ProjectId,
  type Result,
  type StudioId,
} from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { permitInProject } from '../access/permitInProject.ts';
import { type Problem, problem } from '../problem.ts';

export type FrameAt = Awaited<ReturnType<typeof findFrameRow>> & object;

export type FindFrame = {
  readonly frameId: FrameId;
  readonly action: Action;
  /** Also one that was taken off its board. */
  readonly archived?: boolean;
};

/** The frame, when it exists for this actor and they may do this with it. */
export async function findFrame(
  db: Db | Tx,
  actor: Actor,
  { frameId, action, archived = false }: FindFrame,
): Promise<Result<FrameAt, Problem>> {
  const frame = await findFrameRow(db, actor.studioId, frameId);
  if (!frame || (frame.archivedAt && !archived)) return problem('frame.not-found', { frameId });
  const { scope } = frame;
  const allowed = await permitInProject(db, actor, { action, scope, missing: 'frame.not-found' });
  return allowed.ok ? ok(frame) : allowed;
}

/** Without asking for rights: for the renderer and for actions that have asked already. */
export async function findFrameRow(db: Db | Tx, studioId: StudioId, frameId: FrameId) {
  const frame = await db.frame.findFirst({
    where: { id: frameId, studioId },
    include: { board: { select: { projectId: true } } },
  });
  if (!frame) return null;
  const { board, ...row } = frame;
  return {
    ...row,
    scope: { projectId: board.projectId as ProjectId, boardId: row.boardId as BoardId, frameId },
  };
}
