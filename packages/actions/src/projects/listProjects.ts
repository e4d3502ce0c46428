import { ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, roleIn } from '../access/actor.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import { mayInStudio } from '../access/projectScope.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { type Project, toProject } from './toProject.ts';

export type ListProjects = PageWish & { readonly archived: boolean };

/** The projects somebody has a role in: through the studio all of them, else those they are a member of. */
export async function listProjects(
  ctx: Ctx,
  actor: Actor,
  wish: ListProjects,
): Promise<Result<Page<Project>, Problem>> {
  if (actor.kind === 'guest') return problem('studio.not-found');
  const mine = mayInStudio(actor, 'project.read') ? {} : { in: [...actor.projectRoles.keys()] };
  const projects = await ctx.db.project.findMany({
    where: {
      studioId: actor.studioId,
      archivedAt: wish.archived ? { not: null } : null,
      AND: [{ id: mine }, afterId(wish)],
    },
    ...onePage(wish),
  });
  const view = (row: (typeof projects)[number]) =>
    toProject(row, roleIn(actor, { projectId: row.id as ProjectId }) ?? 'viewer');
  return ok(toPage(projects, wish, view));
}
