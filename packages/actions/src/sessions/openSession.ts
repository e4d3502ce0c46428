import { writing } from '@pinpaint/db';
import { newId, ok, type PersonId, type Result, type SessionId, type StudioId } from '@pinpaint/domain';
import { newSecret } from '../access/secrets.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { browserOf } from './browserOf.ts';

/** From then on one signs in again, whether one was here in between or not. */
export const sessionDays = 30;

export type OpenSession = {
  readonly studioId: StudioId;
  readonly personId: PersonId;
  /** As the browser sent it. */
  readonly userAgent: string;
  /** When it goes on from another one, which would have ended then. */
  readonly until?: Date;
};

/** The secret goes into the browser's cookie and nowhere else. */
export type OpenedSession = {
  readonly sessionId: SessionId;
  readonly secret: string;
  readonly expiresAt: Date;
};

/** For who has proved to be this person; that they belong to the studio is looked at here. */
export function openSession(
  ctx: Pick<Ctx, 'db' | 'now'>,
  { studioId, personId, userAgent, until }: OpenSession,
): Promise<Result<OpenedSession, Problem>> {
  const actor = { kind: 'person' as const, id: personId };
  return writing<OpenedSession, Problem>(ctx.db, { studioId, actor }, async ({ tx, record }) => {
    if ((await tx.member.count({ where: { studioId, personId } })) === 0) return problem('auth.invalid');
    const { secret, hash } = newSecret('session');
    const id = newId<SessionId>();
    const now = ctx.now();
    const expiresAt = until ?? new Date(now.getTime() + sessionDays * 24 * 60 * 60_000);
    const browser = browserOf(userAgent);
    await tx.session.create({
      data: { id, studioId, personId, hash, browser, createdAt: now, lastSeenAt: now, expiresAt },
    });
    record({ topic: 'session.opened', subject: { kind: 'session', id }, payload: { personId } });
    return ok({ sessionId: id, secret, expiresAt });
  });
}
