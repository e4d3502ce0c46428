import { type BoardId, ok, type ProjectId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import { permit } from '../access/permit.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { isCustomer } from '../versions/findVersion.ts';
import { type Frame, toFrame, withoutDrawing } from './toFrame.ts';

const hasPicture = { uploadDigest: { not: null } } as const;

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
  const isForThem = isCustomer(actor, scope);
  const rows = await ctx.db.frame.findMany({
    // What is still being drawn, or came to nothing, is not for those who look at pictures.
    where: { studioId, boardId, archivedAt: null, ...(isForThem ? hasPicture : {}), ...afterId(page) },
    ...onePage(page),
  });
  return ok(toPage(rows, page, (row) => (isForThem ? withoutDrawing(toFrame(row)) : toFrame(row))));
}
