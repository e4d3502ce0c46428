import { ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { afterId, onePage, type Page, type PageWish, toPage } from '../access/page.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { type Token, toToken } from './toToken.ts';

/** One's own, revoked ones too. */
export async function listTokens(
  ctx: Ctx,
  actor: Actor,
  wish: PageWish,
): Promise<Result<Page<Token>, Problem>> {
  if (actor.kind === 'guest') return problem('studio.not-found');
  const { studioId, personId } = actor;
  const tokens = await ctx.db.apiToken.findMany({
    where: { studioId, personId, ...afterId(wish) },
    ...onePage(wish),
  });
  return ok(toPage(tokens, wish, toToken));
}
