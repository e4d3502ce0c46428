import type { Db, Tx } from '@pinpaint/db';
import {
  type Action,
  type BoardId,
  type EditId,
  type FrameId,
  ok,
  type ProjectId,
  type Result,
} from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { permitInProject } from '../access/permitInProject.ts';
import { type Problem, problem } from '../problem.ts';

export type EditAt = NonNullable<Awaited<ReturnType<typeof findEditRow>>>;

/** The edit, when it exists for this actor and they may do this with it. */
export async function findEdit(
  db: Db | Tx,
  actor: Actor,
  { editId, action }: { readonly editId: EditId; readonly action: Action },
): Promise<Result<EditAt, Problem>> {
  const edit = await findEditRow(db, actor.studioId, editId);
  if (!edit) return problem('edit.not-found', { editId });
  const { scope } = edit;
  const allowed = await permitInProject(db, actor, { action, scope, missing: 'edit.not-found' });
  return allowed.ok ? ok(edit) : allowed;
}

/** Without asking for rights: for workers, whose lease was checked, and for actions that have asked. */
export async function findEditRow(db: Db | Tx, studioId: string, editId: string) {
  const edit = await db.edit.findFirst({
    where: { id: editId, studioId },
    include: { frame: { include: { board: { select: { projectId: true } } } }, pin: true },
  });
  if (!edit) return null;
  const { frame, ...row } = edit;
  const scope = {
    projectId: frame.board.projectId as ProjectId,
    boardId: frame.boardId as BoardId,
    frameId: frame.id as FrameId,
  };
  return { ...row, frame: { ...frame, scope }, scope };
}
