import { writing } from '@pinpaint/db';
import { type GuestId, newId, ok, type Result } from '@pinpaint/domain';
import { cleanName } from '../access/cleanName.ts';
import { newSecret } from '../access/secrets.ts';
import type { Ctx } from '../ctx.ts';
import { openLink } from '../links/openLink.ts';
import type { Problem } from '../problem.ts';
import { admitGuest } from './admitGuest.ts';
import { proveEntry } from './proveEntry.ts';
import { type Review, readReview } from './readReview.ts';

export type EnterReview = {
  /** The secret of the link. */
  readonly token: string;
  /** How they want to be called. Nobody checks it, and the studio is shown it as unchecked. */
  readonly name: string;
  /** Where the link asks for them; without, they are not looked at. */
  readonly password?: string | undefined;
  readonly email?: string | undefined;
  readonly code?: string | undefined;
};

export type Entered = {
  readonly guestId: GuestId;
  /** The guest's own from now on: shown once. */
  readonly secret: string;
  readonly review: Review;
};

/** Somebody comes in through a link and is bound to it. */
export async function enterReview(
  ctx: Pick<Ctx, 'db' | 'now'>,
  wish: EnterReview,
): Promise<Result<Entered, Problem>> {
  const opened = await openLink(ctx, wish.token);
  if (!opened.ok) return opened;
  const name = cleanName(wish.name);
  if (!name.ok) return name;
  const link = opened.value;
  const proved = await proveEntry(ctx, link, wish);
  if (!proved.ok) return proved;
  const guestId = newId<GuestId>();
  const { secret, hash } = newSecret('guest');
  const by = { studioId: link.studioId, actor: { kind: 'guest' as const, id: guestId } };
  const entered = await writing<null, Problem>(ctx.db, by, async ({ tx, record }) => {
    const now = ctx.now();
    await tx.guest.create({
      data: {
        id: guestId,
        studioId: link.studioId,
        linkId: link.id,
        name: name.value,
        email: proved.value.email,
        hash,
        createdAt: now,
        lastSeenAt: now,
      },
    });
    record({
      topic: 'guest.entered',
      subject: { kind: 'guest', id: guestId },
      scope: link.scope,
      payload: { linkId: link.id, verified: proved.value.email !== null },
      texts: { name: name.value },
    });
    return ok(null);
  });
  if (!entered.ok) return entered;
  const guest = await admitGuest(ctx, secret);
  if (!guest.ok) return guest;
  const review = await readReview(ctx, guest.value);
  return review.ok ? ok({ guestId, secret, review: review.value }) : review;
}
