import { type BoardId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import { permit } from '../access/permit.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { type Frame, toFrame } from './toFrame.ts';

/** A board's frames in the order they came. */
export async function listFrames(
  ctx: Ctx,
  actor: Actor,
  { boardId, ...page }: { readonly boardId: BoardId } & PageWish,
): Promise<Result<Page<Frame>, Problem>> {
  const { studioId } = actor;
  const board = await ctx.db.board.findFirst({ where: { id: boardId, studioId } });
  if (!board) return problem('board.not-found', { boardId });
  const scope = { projectId: board.projectId as ProjectId, boardId };
  const allowed = permit(actor, 'frame.read', scope, 'board.not-found');
  if (!allowed.ok) return allowed;
  const rows = await ctx.db.frame.findMany({
    where: { studioId, boardId, archivedAt: null, ...afterId(page) },
    ...onePage(page),
  });
  return ok(toPage(rows, page, toFrame));
}
