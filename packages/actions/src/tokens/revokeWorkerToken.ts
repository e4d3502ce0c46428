import { writing } from '@pinpaint/db';
import { ok, type Result, type TokenId } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { permit } from '../access/permit.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';

/** Its workers are shut out at once; what they had in hand comes back to the queue when their leases end. */
export async function revokeWorkerToken(
  ctx: Ctx,
  actor: Actor,
  { tokenId }: { readonly tokenId: TokenId },
): Promise<Result<null, Problem>> {
  const { studioId } = actor;
  const allowed = permit(actor, 'worker.manage', {}, 'studio.not-found');
  if (!allowed.ok) return allowed;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const where = { id: tokenId, studioId };
    const { count } = await tx.workerToken.updateMany({
      where: { ...where, revokedAt: null },
      data: { revokedAt: ctx.now() },
    });
    if (count === 0) {
      const known = await tx.workerToken.count({ where });
      return known > 0 ? ok(null) : problem('token.not-found', { tokenId });
    }
    record({ topic: 'worker.revoked', subject: { kind: 'worker', id: tokenId } });
    return ok(null);
  });
}
