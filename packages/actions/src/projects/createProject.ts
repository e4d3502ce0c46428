import { writing } from '@pinpaint/db';
import { ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor, roleIn } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import { permit } from '../access/permit.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { type Project, type ProjectPolicy, toProject } from './toProject.ts';

export type CreateProject = {
  readonly id: ProjectId;
  readonly name: string;
  readonly policy?: ProjectPolicy | undefined;
};

const nothingByItself: ProjectPolicy = { start: 'by-hand' };

export async function createProject(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  wish: CreateProject,
): Promise<Result<Project, Problem>> {
  const { studioId } = actor;
  const allowed = permit(actor, 'project.create', {}, 'studio.not-found');
  if (!allowed.ok) return allowed;
  const name = cleanName(wish.name);
  if (!name.ok) return name;
  const reader = roleIn(actor, { projectId: wish.id }) ?? 'viewer';
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const sent = await tx.project.findUnique({ where: { id: wish.id } });
    if (sent) {
      const same = sent.studioId === studioId && sent.name === name.value;
      return same ? ok(toProject(sent, reader)) : problem('project.id-taken');
    }
    const project = await tx.project.create({
      data: { id: wish.id, studioId, name: name.value, policy: wish.policy ?? nothingByItself },
    });
    record({
      topic: 'project.created',
      subject: { kind: 'project', id: project.id },
      scope: { projectId: wish.id },
      texts: { name: name.value },
    });
    return ok(toProject(project, reader));
  });
}
