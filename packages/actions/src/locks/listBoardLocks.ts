import { type BoardId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import type { Ctx } from '../ctx.ts';
import { findFrames } from '../frames/findFrames.ts';
import type { Problem } from '../problem.ts';
import { type Lock, toLock } from './toLock.ts';

/** The locks in force on all of a board's frames, oldest first. */
export async function listBoardLocks(
  ctx: Ctx,
  actor: Actor,
  { boardId, ...wish }: PageWish & { readonly boardId: BoardId },
): Promise<Result<Page<Lock>, Problem>> {
  const found = await findFrames(ctx.db, actor, { of: { boardId }, action: 'lock.read' });
  if (!found.ok) return found;
  const rows = await ctx.db.lock.findMany({
    where: { studioId: actor.studioId, ...found.value.where, removedAt: null, ...afterId(wish) },
    ...onePage(wish),
  });
  return ok(toPage(rows, wish, toLock));
}
