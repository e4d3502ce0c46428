import { ok, type ProjectId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findProject } from '../projects/findProject.ts';
import { type Series, seriesParts, toSeries } from './toSeries.ts';

/** A project's series, oldest first. */
export async function listSeries(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { projectId, ...wish }: PageWish & { readonly projectId: ProjectId },
): Promise<Result<Page<Series>, Problem>> {
  const found = await findProject(ctx.db, actor, { projectId, action: 'series.read' });
  if (!found.ok) return found;
  const rows = await ctx.db.series.findMany({
    where: { studioId: actor.studioId, projectId, removedAt: null, ...afterId(wish) },
    ...onePage(wish),
    include: seriesParts,
  });
  return ok(toPage(rows, wish, toSeries));
}
