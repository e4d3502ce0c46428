import { ok, type PersonId, type Result, type StudioId, type TokenId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { admitGuest } from '../guests/admitGuest.ts';
import { type Problem, problem } from '../problem.ts';
import { admitSession } from '../sessions/admitSession.ts';
import type { Actor, PersonActor, WorkerActor } from './actor.ts';
import { isWorthNoting } from './isWorthNoting.ts';
import { loadPerson } from './loadPerson.ts';
import { hashSecret, kindOfSecret } from './secrets.ts';

/** What admission needs of a Ctx; the room server has no more than that. */
export type AdmitCtx = Pick<Ctx, 'db' | 'now'>;

/** Who holds this secret, with the rights they have now. Ask again to notice that they lost them. */
export async function admit(ctx: AdmitCtx, secret: string): Promise<Result<Actor, Problem>> {
  const kind = kindOfSecret(secret);
  return kind === 'guest' ? admitGuest(ctx, secret) : admitKnown(ctx, { kind, hash: hashSecret(secret) });
}

/** What a person was known by, a token or a session: enough to ask again, and no secret itself. */
export type KnownBy = { readonly kind: string | null; readonly hash: string };

export async function admitKnown(
  ctx: AdmitCtx,
  { kind, hash }: KnownBy,
): Promise<Result<PersonActor, Problem>> {
  switch (kind) {
    case 'person':
      return admitPerson(ctx, hash);
    case 'session':
      return admitSession(ctx, hash);
    default:
      return problem('auth.invalid');
  }
}

/** When it ends by itself; null: never. */
export async function endOf({ db }: AdmitCtx, { kind, hash }: KnownBy): Promise<Date | null> {
  const where = { where: { hash }, select: { expiresAt: true } };
  const row = await (kind === 'session' ? db.session.findUnique(where) : db.apiToken.findUnique(where));
  return row?.expiresAt ?? null;
}

/** Workers come in by a door of their own: their token opens nothing else, and no other token opens theirs. */
export async function admitWorker(ctx: AdmitCtx, secret: string): Promise<Result<WorkerActor, Problem>> {
  if (kindOfSecret(secret) !== 'worker') return problem('auth.invalid');
  const token = await ctx.db.workerToken.findUnique({ where: { hash: hashSecret(secret) } });
  if (!token || token.revokedAt) return problem('auth.invalid');
  return ok({ tokenId: token.id as TokenId, studioId: token.studioId as StudioId | null });
}

/** Unknown, revoked, expired, no longer a member: the answer is the same, so it tells a thief nothing. */
async function admitPerson(ctx: AdmitCtx, hash: string): Promise<Result<PersonActor, Problem>> {
  const token = await ctx.db.apiToken.findUnique({ where: { hash } });
  const now = ctx.now();
  if (!token || token.revokedAt || (token.expiresAt && token.expiresAt <= now))
    return problem('auth.invalid');
  const person = await loadPerson(ctx.db, {
    studioId: token.studioId as StudioId,
    personId: token.personId as PersonId,
  });
  if (!person) return problem('auth.invalid');
  if (isWorthNoting(token.lastUsedAt, now)) {
    await ctx.db.apiToken.updateMany({ where: { id: token.id }, data: { lastUsedAt: now } });
  }
  return ok(person);
}
