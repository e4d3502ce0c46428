import { writing } from '@pinpaint/db';
import { ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findProject } from './findProject.ts';
import { type Project, type ProjectPolicy, toProject } from './toProject.ts';

/** What is not said stays as it is. */
export type ChangeProject = {
  readonly projectId: ProjectId;
  readonly name?: string | undefined;
  readonly policy?: ProjectPolicy | undefined;
  /** Archived: still there to be read, but not in lists, and nothing in it changes. */
  readonly archived?: boolean | undefined;
};

export async function changeProject(
  ctx: Ctx,
  actor: Actor,
  { projectId, ...wish }: ChangeProject,
): Promise<Result<Project, Problem>> {
  const name = wish.name === undefined ? undefined : cleanName(wish.name);
  if (name && !name.ok) return name;
  const by = { studioId: actor.studioId, actor: deedActor(actor) };
  return writing(ctx.db, by, async ({ tx, record }) => {
    const found = await findProject(tx, actor, { projectId, action: 'project.manage' });
    if (!found.ok) return found;
    const { reader, ...before } = found.value;
    const archivedAt = wish.archived ? (before.archivedAt ?? ctx.now()) : null;
    const project = await tx.project.update({
      where: { id: projectId },
      data: {
        ...(name ? { name: name.value } : {}),
        ...(wish.policy ? { policy: wish.policy } : {}),
        ...(wish.archived === undefined ? {} : { archivedAt }),
      },
    });
    record({
      topic: 'project.changed',
      subject: { kind: 'project', id: projectId },
      scope: { projectId },
      payload: {
        ...(wish.policy ? { policy: wish.policy } : {}),
        ...(wish.archived === undefined ? {} : { archived: wish.archived }),
      },
      ...(name ? { texts: { name: name.value } } : {}),
    });
    return ok(toProject(project, reader));
  });
}
