import { writing } from '@pinpaint/db';
import { ok, type Result, type SessionId } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { hashSecret } from '../access/secrets.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { admitSession } from './admitSession.ts';

/** One's own, this one or another. It stops working with the next request; ending it again is no error. */
export async function endSession(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  { sessionId }: { readonly sessionId: SessionId },
): Promise<Result<null, Problem>> {
  if (actor.kind === 'guest') return problem('studio.not-found');
  const { studioId, personId } = actor;
  return writing(ctx.db, { studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const where = { id: sessionId, studioId, personId };
    const { count } = await tx.session.updateMany({
      where: { ...where, revokedAt: null },
      data: { revokedAt: ctx.now() },
    });
    if (count === 0) {
      const known = await tx.session.count({ where });
      return known > 0 ? ok(null) : problem('session.not-found', { sessionId });
    }
    record({ topic: 'session.ended', subject: { kind: 'session', id: sessionId }, payload: { personId } });
    return ok(null);
  });
}

/** Of who begins another session in the same browser: the cookie they bring would be lost, and its session stay open. */
export async function endSessionBy(ctx: Pick<Ctx, 'db' | 'now'>, secret: string): Promise<void> {
  const actor = await admitSession(ctx, hashSecret(secret));
  if (actor.ok && actor.value.sessionId) {
    await endSession(ctx, actor.value, { sessionId: actor.value.sessionId });
  }
}
