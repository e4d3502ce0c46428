import { ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import { permit } from '../access/permit.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { toWorkerToken, type WorkerToken } from './toWorkerToken.ts';

/** A token is used by few workers; one that has had more shows those seen last. */
const shownWorkers = 50;

/** The studio's own, with who came in by them. An operator's workers, shared by all studios, are not listed. */
export async function listWorkerTokens(
  ctx: Ctx,
  actor: Actor,
  wish: PageWish,
): Promise<Result<Page<WorkerToken>, Problem>> {
  const allowed = permit(actor, 'worker.read', {}, 'studio.not-found');
  if (!allowed.ok) return allowed;
  const tokens = await ctx.db.workerToken.findMany({
    where: { studioId: actor.studioId, ...afterId(wish) },
    include: { workers: { orderBy: { seenAt: 'desc' }, take: shownWorkers } },
    ...onePage(wish),
  });
  return ok(toPage(tokens, wish, toWorkerToken));
}
