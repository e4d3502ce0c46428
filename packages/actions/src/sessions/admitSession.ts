import { ok, type PersonId, type Result, type SessionId, type StudioId } from '@pinpaint/domain';
import type { PersonActor } from '../access/actor.ts';
import type { AdmitCtx } from '../access/admit.ts';
import { isWorthNoting } from '../access/isWorthNoting.ts';
import { loadPerson } from '../access/loadPerson.ts';
import { type Problem, problem } from '../problem.ts';

/** Who has signed in, with the roles they have now. The row is read each time, so a revoked session ends at once. */
export async function admitSession(ctx: AdmitCtx, hash: string): Promise<Result<PersonActor, Problem>> {
  const session = await ctx.db.session.findUnique({ where: { hash } });
  const now = ctx.now();
  if (!session || session.revokedAt || session.expiresAt <= now) return problem('auth.invalid');
  const person = await loadPerson(ctx.db, {
    studioId: session.studioId as StudioId,
    personId: session.personId as PersonId,
  });
  if (!person) return problem('auth.invalid');
  if (isWorthNoting(session.lastSeenAt, now)) {
    await ctx.db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } });
  }
  return ok({ ...person, sessionId: session.id as SessionId });
}
