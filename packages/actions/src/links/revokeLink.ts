import { writing } from '@pinpaint/db';
import { type BoardId, type LinkId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { permit } from '../access/permit.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';

/** Nobody enters by it any more, and its guests are shut out at once. What they wrote stays. */
export async function revokeLink(
  ctx: Ctx,
  actor: Actor,
  { linkId }: { readonly linkId: LinkId },
): Promise<Result<null, Problem>> {
  const { studioId } = actor;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const link = await tx.reviewLink.findFirst({ where: { id: linkId, studioId } });
    if (!link) return problem('link.not-found', { linkId });
    const projectId = link.projectId as ProjectId;
    const allowed = permit(actor, 'link.manage', { projectId }, 'link.not-found');
    if (!allowed.ok) return allowed;
    if (link.revokedAt) return ok(null);
    await tx.reviewLink.update({ where: { id: linkId }, data: { revokedAt: ctx.now() } });
    record({
      topic: 'link.revoked',
      subject: { kind: 'link', id: linkId },
      scope: { projectId, ...(link.boardId ? { boardId: link.boardId as BoardId } : {}) },
    });
    return ok(null);
  });
}
