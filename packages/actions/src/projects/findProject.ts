import type { Db, Tx } from '@pinpaint/db';
import { type Action, type ActorRole, ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, roleIn } from '../access/actor.ts';
import { permitInProject } from '../access/permitInProject.ts';
import { type Problem, problem } from '../problem.ts';

export type ProjectAt = Awaited<ReturnType<typeof load>> & object;

/** The project, when it exists for this actor and they may do this with it; with the role they have there. */
export async function findProject(
  db: Db | Tx,
  actor: Actor,
  { projectId, action }: { readonly projectId: ProjectId; readonly action: Action },
): Promise<Result<ProjectAt & { readonly reader: ActorRole }, Problem>> {
  const project = await load(db, actor, projectId);
  const reader = roleIn(actor, { projectId });
  if (!project || !reader) return problem('project.not-found', { projectId });
  const asked = { action, scope: { projectId }, missing: 'project.not-found' } as const;
  const allowed = await permitInProject(db, actor, asked);
  return allowed.ok ? ok({ ...project, reader }) : allowed;
}

async function load(db: Db | Tx, { studioId }: Actor, projectId: ProjectId) {
  return db.project.findFirst({ where: { id: projectId, studioId } });
}
