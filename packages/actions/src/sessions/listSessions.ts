import { ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { type Session, toSession } from './toSession.ts';

/** Where one is signed in; those that have ended are not shown. */
export async function listSessions(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  wish: PageWish,
): Promise<Result<Page<Session>, Problem>> {
  if (actor.kind === 'guest') return problem('studio.not-found');
  const { studioId, personId, sessionId } = actor;
  const sessions = await ctx.db.session.findMany({
    where: { studioId, personId, revokedAt: null, expiresAt: { gt: ctx.now() }, ...afterId(wish) },
    ...onePage(wish),
  });
  return ok(toPage(sessions, wish, (row) => toSession(row, sessionId)));
}
