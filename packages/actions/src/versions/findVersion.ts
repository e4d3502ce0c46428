import type { Db, Tx } from '@pinpaint/db';
import {
  type Action,
  type BoardId,
  type FrameId,
  ok,
  type PixelRect,
  type ProjectId,
  type Result,
  type VersionId,
  type VersionState,
} from '@pinpaint/domain';
import { type Actor, type Place, roleIn } from '../access/actor.ts';
import { permitInProject } from '../access/permitInProject.ts';
import { type Problem, problem } from '../problem.ts';

export type VersionAt = NonNullable<Awaited<ReturnType<typeof findVersionRow>>>;

/** What a customer sees: never a draft, nor what the studio took back. */
export const shownToCustomers: readonly VersionState[] = [
  'in_review',
  'changes_requested',
  'approved',
  'superseded',
];

/** Those the work is for see what was shown to them, and not how it was made. */
export function isCustomer(actor: Actor, place: Place): boolean {
  const role = roleIn(actor, place);
  return role === 'guest' || role === 'client';
}

/**
 * The version, when it exists for this actor and they may do this with it. Of a frame that was taken off its
 * board the house still reads the versions, and nobody does anything with them.
 */
export async function findVersion(
  db: Db | Tx,
  actor: Actor,
  { versionId, action }: { readonly versionId: VersionId; readonly action: Action },
): Promise<Result<VersionAt, Problem>> {
  const version = await findVersionRow(db, actor.studioId, versionId);
  if (!version || !isSeen(version, actor, action)) return problem('version.not-found', { versionId });
  const { scope } = version;
  const allowed = await permitInProject(db, actor, { action, scope, missing: 'version.not-found' });
  return allowed.ok ? ok(version) : allowed;
}

/** Without asking for rights: for the renderer and for actions that have asked already. */
export async function findVersionRow(db: Db | Tx, studioId: string, versionId: string) {
  const version = await db.version.findFirst({
    where: { id: versionId, studioId },
    include: { frame: { include: { board: { select: { projectId: true } } } } },
  });
  if (!version) return null;
  const { frame, ...row } = version;
  const scope = {
    projectId: frame.board.projectId as ProjectId,
    boardId: frame.boardId as BoardId,
    frameId: frame.id as FrameId,
  };
  return { ...row, bounds: row.bounds as PixelRect, frame, scope };
}

function isSeen({ state, scope, frame }: VersionAt, actor: Actor, action: Action): boolean {
  if (isCustomer(actor, scope)) return shownToCustomers.includes(state) && !frame.archivedAt;
  return !frame.archivedAt || action === 'version.read';
}
