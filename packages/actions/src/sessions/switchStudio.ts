import { ok, type Result, type StudioId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { endSession } from './endSession.ts';
import { type OpenedSession, openSession } from './openSession.ts';

export type SwitchStudio = {
  readonly studioId: StudioId;
  /** As the browser sent it. */
  readonly userAgent: string;
};

/**
 * Another session for the same person, in another of their studios, and the end of this one: a session belongs
 * to one studio, whose ledger knows of it. It ends when this one would have, so that going to and fro proves nothing anew.
 */
export async function switchStudio(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  { studioId, userAgent }: SwitchStudio,
): Promise<Result<OpenedSession, Problem>> {
  if (actor.kind === 'guest' || !actor.sessionId) return problem('session.not-found');
  const { personId, sessionId } = actor;
  const session = await ctx.db.session.findUnique({ where: { id: sessionId } });
  if (!session) return problem('session.not-found', { sessionId });
  // Asked before, for openSession's own answer would say that such a studio exists.
  if ((await ctx.db.member.count({ where: { studioId, personId } })) === 0)
    return problem('studio.not-found');
  const opened = await openSession(ctx, { studioId, personId, userAgent, until: session.expiresAt });
  if (!opened.ok) return opened;
  const ended = await endSession(ctx, actor, { sessionId });
  return ended.ok ? ok(opened.value) : ended;
}
