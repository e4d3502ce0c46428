import { ok, type ProjectId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import { inProjectsWhere, mayAnywhere } from '../access/projectScope.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findProject } from '../projects/findProject.ts';
import { type Member, toMember } from './toMember.ts';

export type ListMembers = PageWish & {
  /** Only those with a role in this project of their own. */
  readonly projectId?: ProjectId | undefined;
};

export async function listMembers(
  ctx: Ctx,
  actor: Actor,
  { projectId, ...wish }: ListMembers,
): Promise<Result<Page<Member>, Problem>> {
  if (actor.kind === 'guest') return problem('studio.not-found');
  if (projectId) {
    const found = await findProject(ctx.db, actor, { projectId, action: 'member.read' });
    if (!found.ok) return found;
  } else if (!mayAnywhere(actor, 'member.read')) return problem('right.missing', { action: 'member.read' });
  const members = await ctx.db.member.findMany({
    where: {
      studioId: actor.studioId,
      AND: [projectId ? { projectId } : inProjectsWhere(actor, 'member.read'), afterId(wish)],
    },
    include: { person: true },
    ...onePage(wish),
  });
  return ok(toPage(members, wish, toMember));
}
