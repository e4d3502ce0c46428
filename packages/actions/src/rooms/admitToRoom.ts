import { type BoardId, ok, type Result } from '@pinpaint/domain';
import { type AdmitCtx, admitKnown } from '../access/admit.ts';
import { hashSecret, kindOfSecret } from '../access/secrets.ts';
import { type FeedReader, feedReader } from '../ledger/feedReader.ts';
import { type Problem, problem } from '../problem.ts';
import { type RoomAccess, roomAccess } from './roomAccess.ts';

/** Somebody who has come into a board's room. */
export type RoomReader = FeedReader & {
  readonly boardId: BoardId;
  readonly personId: string;
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
  const renew = () => admitKnown(ctx, { kind: pass.byKind, hash: pass.byHash });
  const actor = await renew();
  if (!actor.ok) return actor;
  const at = pass.boardId as BoardId;
  return ok({
    ...feedReader(ctx, actor.value, renew),
    boardId: at,
    personId: actor.value.personId,
    async access() {
      const now = await renew();
      return now.ok ? roomAccess(ctx, now.value, at) : now;
    },
  });
}
