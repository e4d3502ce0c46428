import { ok, type ProjectId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findProject } from './findProject.ts';
import { type Project, toProject } from './toProject.ts';

export async function readProject(
  ctx: Ctx,
  actor: Actor,
  { projectId }: { readonly projectId: ProjectId },
): Promise<Result<Project, Problem>> {
  const found = await findProject(ctx.db, actor, { projectId, action: 'project.read' });
  return found.ok ? ok(toProject(found.value, found.value.reader)) : found;
}
