import { ok, type ProjectId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findProject } from '../projects/findProject.ts';
import { type Board, toBoard } from './toBoard.ts';

export type ListBoards = PageWish & { readonly projectId: ProjectId; readonly archived: boolean };

export async function listBoards(
  ctx: Ctx,
  actor: Actor,
  { projectId, archived, ...wish }: ListBoards,
): Promise<Result<Page<Board>, Problem>> {
  const found = await findProject(ctx.db, actor, { projectId, action: 'board.read' });
  if (!found.ok) return found;
  const boards = await ctx.db.board.findMany({
    where: {
      studioId: actor.studioId,
      projectId,
      archivedAt: archived ? { not: null } : null,
      ...afterId(wish),
    },
    ...onePage(wish),
  });
  return ok(toPage(boards, wish, toBoard));
}
