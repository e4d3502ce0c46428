import { type BoardId, ok, type PersonId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { type AdmitCtx, admitKnown, endOf } from '../access/admit.ts';
import { hashSecret, kindOfSecret } from '../access/secrets.ts';
import { type FeedReader, feedReader } from '../ledger/feedReader.ts';
import { type Problem, problem } from '../problem.ts';
import { type RoomAccess, roomAccess } from './roomAccess.ts';

/** Their end is known, and all else that takes rights away is an event. */
const recheckMs = 30_000;

/** Somebody who has come into a board's room. */
export type RoomReader = FeedReader & {
  readonly boardId: BoardId;
  readonly person: { readonly id: PersonId; readonly name: string };
  /** When what they were known by ends by itself; null: never. */
  readonly endsAt: Date | null;
  /** With the rights they had when they read last; fails once they are shut out. */
  access(): Promise<Result<RoomAccess, Problem>>;
};

/** Who holds this pass, if it is for this board's room and has not expired. */
export async function admitToRoom(
  ctx: AdmitCtx,
  { secret, boardId }: { readonly secret: string; readonly boardId: string },
): Promise<Result<RoomReader, Problem>> {
  if (kindOfSecret(secret) !== 'room') return problem('auth.invalid');
  const pass = await ctx.db.roomPass.findUnique({ where: { hash: hashSecret(secret) } });
  if (!pass || pass.boardId !== boardId || pass.expiresAt <= ctx.now()) return problem('auth.invalid');
  const known = { kind: pass.byKind, hash: pass.byHash };
  const actor = await admitKnown(ctx, known);
  if (!actor.ok) return actor;
  const at = pass.boardId as BoardId;
  const { personId } = actor.value;
  const { name } = await ctx.db.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  const endsAt = await endOf(ctx, known);
  const reader = feedReader(ctx, actor.value, {
    renew: () => admitKnown(ctx, known),
    endsAt,
    recheckMs,
  });
  let seen: { readonly actor: Actor; readonly access: Result<RoomAccess, Problem> } | null = null;
  return ok({
    ...reader,
    boardId: at,
    person: { id: personId, name },
    endsAt,
    async access() {
      const now = reader.actor();
      if (seen?.actor !== now) seen = { actor: now, access: await roomAccess(ctx, now, at) };
      return seen.access;
    },
  });
}
