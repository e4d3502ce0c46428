import type { Db, Tx } from '@pinpaint/db';
import { type Action, isDoneInArchive, ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Problem, type ProblemCode, problem } from '../problem.ts';
import type { Actor, Place } from './actor.ts';
import { permit } from './permit.ts';

type Asked = {
  readonly action: Action;
  readonly scope: Place & { readonly projectId: ProjectId };
  /** The code that says "not found" for the thing asked for. */
  readonly missing: ProblemCode;
};

/** `permit` for what lies in a project: of an archived one nothing changes until it is taken out again. */
export async function permitInProject(
  db: Db | Tx,
  actor: Actor,
  { action, scope, missing }: Asked,
): Promise<Result<null, Problem>> {
  const allowed = permit(actor, action, scope, missing);
  if (!allowed.ok || isDoneInArchive(action)) return allowed;
  const archived = await db.project.count({ where: { id: scope.projectId, archivedAt: { not: null } } });
  return archived > 0 ? problem('project.archived') : ok(null);
}
