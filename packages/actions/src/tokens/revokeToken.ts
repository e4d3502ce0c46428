import { writing } from '@pinpaint/db';
import { ok, type Result, type TokenId } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';

/** One's own. It stops working with the next request; revoking it again is no error. */
export async function revokeToken(
  ctx: Ctx,
  actor: Actor,
  { tokenId }: { readonly tokenId: TokenId },
): Promise<Result<null, Problem>> {
  if (actor.kind === 'guest') return problem('studio.not-found');
  const { studioId, personId } = actor;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const where = { id: tokenId, studioId, personId };
    const { count } = await tx.apiToken.updateMany({
      where: { ...where, revokedAt: null },
      data: { revokedAt: ctx.now() },
    });
    if (count === 0) {
      const known = await tx.apiToken.count({ where });
      return known > 0 ? ok(null) : problem('token.not-found', { tokenId });
    }
    record({ topic: 'token.revoked', subject: { kind: 'token', id: tokenId }, payload: { personId } });
    return ok(null);
  });
}
