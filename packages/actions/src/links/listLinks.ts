import { ok, type ProjectId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findProject } from '../projects/findProject.ts';
import { type Link, toLink, withGuests } from './toLink.ts';

export async function listLinks(
  ctx: Ctx,
  actor: Actor,
  { projectId, ...wish }: PageWish & { readonly projectId: ProjectId },
): Promise<Result<Page<Link>, Problem>> {
  const found = await findProject(ctx.db, actor, { projectId, action: 'link.read' });
  if (!found.ok) return found;
  const links = await ctx.db.reviewLink.findMany({
    where: { studioId: actor.studioId, projectId, ...afterId(wish) },
    include: withGuests,
    ...onePage(wish),
  });
  return ok(toPage(links, wish, toLink));
}
