import { type BoardId, ok, type PersonId, type Result } from '@pinpaint/domain';
import { type AdmitCtx, admitKnown, endOf } from '../access/admit.ts';
import { hashSecret, kindOfSecret } from '../access/secrets.ts';
import { type FeedReader, feedReader } from '../ledger/feedReader.ts';
import { type Problem, problem } from '../problem.ts';
import { type RoomAccess, roomAccess } from './roomAccess.ts';

/** Somebody who has come into a board's room. */
export type RoomReader = FeedReader & {
  readonly boardId: BoardId;
  readonly person: { readonly id: PersonId; readonly name: string };
  /** When what they were known by ends by itself; null: never. */
  readonly endsAt: Date | null;
  /** With the rights they have at this moment; fails once they are shut out. */
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
  const renew = () => admitKnown(ctx, known);
  const actor = await renew();
  if (!actor.ok) return actor;
  const at = pass.boardId as BoardId;
  const { personId } = actor.value;
  const { name } = await ctx.db.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  return ok({
    ...feedReader(ctx, actor.value, renew),
    boardId: at,
    person: { id: personId, name },
    endsAt: await endOf(ctx, known),
    async access() {
      const now = await renew();
      return now.ok ? roomAccess(ctx, now.value, at) : now;
    },
  });
}
