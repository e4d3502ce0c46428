import {
  type BoardId,
  type GuestId,
  type LinkId,
  ok,
  type ProjectId,
  type Result,
  type StudioId,
} from '@pinpaint/domain';
import type { GuestActor } from '../access/actor.ts';
import type { AdmitCtx } from '../access/admit.ts';
import { isWorthNoting } from '../access/isWorthNoting.ts';
import { hashSecret } from '../access/secrets.ts';
import { closedLink } from '../links/closedLink.ts';
import { type Problem, problem } from '../problem.ts';

/** The guest with the rights their link gives now. A closed link says so: its guest is told, not locked out mutely. */
export async function admitGuest(ctx: AdmitCtx, secret: string): Promise<Result<GuestActor, Problem>> {
  const guest = await ctx.db.guest.findUnique({
    where: { hash: hashSecret(secret) },
    include: { link: true },
  });
  if (!guest) return problem('auth.invalid');
  const now = ctx.now();
  const closed = closedLink(guest.link, now);
  if (closed) return problem(closed);
  if (isWorthNoting(guest.lastSeenAt, now)) {
    await ctx.db.guest.updateMany({ where: { id: guest.id }, data: { lastSeenAt: now } });
  }
  return ok({
    kind: 'guest',
    studioId: guest.studioId as StudioId,
    guestId: guest.id as GuestId,
    linkId: guest.linkId as LinkId,
    projectId: guest.link.projectId as ProjectId,
    boardId: guest.link.boardId as BoardId | null,
    mayComment: guest.link.mayComment,
    maySignOff: guest.link.maySignOff,
  });
}
