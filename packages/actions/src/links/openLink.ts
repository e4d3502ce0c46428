import { type BoardId, type LinkId, ok, type ProjectId, type Result, type StudioId } from '@pinpaint/domain';
import { hashSecret, kindOfSecret } from '../access/secrets.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { closedLink } from './closedLink.ts';

export type OpenLink = {
  readonly id: LinkId;
  readonly studioId: StudioId;
  readonly scope: { readonly projectId: ProjectId; readonly boardId?: BoardId };
  readonly passwordHash: string | null;
  readonly asksCode: boolean;
};

/** The link behind a secret, if it still lets people in. */
export async function openLink(
  ctx: Pick<Ctx, 'db' | 'now'>,
  token: string,
): Promise<Result<OpenLink, Problem>> {
  if (kindOfSecret(token) !== 'link') return problem('link.not-found');
  const link = await ctx.db.reviewLink.findUnique({ where: { hash: hashSecret(token) } });
  if (!link) return problem('link.not-found');
  const closed = closedLink(link, ctx.now());
  if (closed) return problem(closed);
  const boardId = link.boardId as BoardId | null;
  return ok({
    id: link.id as LinkId,
    studioId: link.studioId as StudioId,
    scope: { projectId: link.projectId as ProjectId, ...(boardId ? { boardId } : {}) },
    passwordHash: link.passwordHash,
    asksCode: link.asksCode,
  });
}
