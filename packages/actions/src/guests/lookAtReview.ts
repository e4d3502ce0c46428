import { type LinkId, ok, type Result } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { openLink } from '../links/openLink.ts';
import type { Problem } from '../problem.ts';
import { admitGuest } from './admitGuest.ts';
import { type Review, readReview } from './readReview.ts';

/** What whoever holds a link learns before they enter. */
export type LinkLook = {
  readonly id: LinkId;
  readonly studio: { readonly name: string };
  readonly project: { readonly name: string };
  readonly mayComment: boolean;
  readonly maySignOff: boolean;
  readonly asksPassword: boolean;
  readonly asksCode: boolean;
  /** What they may see, where they have come in by this very link already; null: they have to enter. */
  readonly review: Review | null;
};

export type LookAtReview = {
  /** The secret of the link. */
  readonly token: string;
  /** What the browser has in its cookie, whatever it is good for. */
  readonly secret: string | null;
};

export async function lookAtReview(
  ctx: Pick<Ctx, 'db' | 'now'>,
  { token, secret }: LookAtReview,
): Promise<Result<LinkLook, Problem>> {
  const opened = await openLink(ctx, token);
  if (!opened.ok) return opened;
  const { id, passwordHash, asksCode } = opened.value;
  const { studio, project, mayComment, maySignOff } = await ctx.db.reviewLink.findUniqueOrThrow({
    where: { id },
    select: {
      mayComment: true,
      maySignOff: true,
      studio: { select: { name: true } },
      project: { select: { name: true } },
    },
  });
  const review = secret === null ? null : await reviewThrough(ctx, secret, id);
  const asksPassword = passwordHash !== null;
  return ok({ id, studio, project, mayComment, maySignOff, asksPassword, asksCode, review });
}

/** null also for a guest of another link: who is let in by one may not be let in by all. */
async function reviewThrough(
  ctx: Pick<Ctx, 'db' | 'now'>,
  secret: string,
  linkId: LinkId,
): Promise<Review | null> {
  const guest = await admitGuest(ctx, secret);
  if (!guest.ok || guest.value.linkId !== linkId) return null;
  const review = await readReview(ctx, guest.value);
  return review.ok ? review.value : null;
}
