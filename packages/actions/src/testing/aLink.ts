import { type BoardId, type LinkId, newId, type ProjectId } from '@pinpaint/domain';
import type { GuestActor } from '../access/actor.ts';
import { admit } from '../access/admit.ts';
import type { Ctx } from '../ctx.ts';
import { enterReview } from '../guests/enterReview.ts';
import { type MakeLink, makeLink } from '../links/makeLink.ts';
import type { Link } from '../links/toLink.ts';
import type { TestStudio } from './aStudio.ts';
import { valueFrom } from './valueFrom.ts';

export type TestLink = { readonly link: Link; readonly secret: string };

type LinkWish = Partial<MakeLink> & { readonly projectId: ProjectId; readonly boardId?: BoardId | null };

export async function aLink(ctx: Ctx, { people }: TestStudio, wish: LinkWish): Promise<TestLink> {
  const { link, secret } = valueFrom(
    await makeLink(ctx, people.owner.actor, {
      id: newId<LinkId>(),
      boardId: null,
      name: 'Client',
      mayComment: true,
      maySignOff: true,
      password: null,
      asksCode: false,
      expiresAt: null,
      ...wish,
    }),
  );
  return { link, secret: secret ?? '' };
}

export type TestGuest = {
  readonly actor: GuestActor;
  /** For `Authorization: Bearer …` or the cookie. */
  readonly token: string;
};

/** Somebody who has come in through a link. */
export async function aGuest(ctx: Ctx, { secret }: TestLink, { name = 'Guest' } = {}): Promise<TestGuest> {
  const entered = valueFrom(await enterReview(ctx, { token: secret, name }));
  const actor = valueFrom(await admit(ctx, entered.secret));
  if (actor.kind !== 'guest') throw new Error('Only guests enter by a link');
  return { actor, token: entered.secret };
}
