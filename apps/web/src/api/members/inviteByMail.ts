import { type Actor, type Ctx, type Member, readMe } from '@pinpaint/actions';
import type { Log } from '@pinpaint/config';
import type { PostMail } from '../../mail/openMail.ts';
import { texts } from '../../text/texts.ts';
import { limitTries } from '../edge/limitTries.ts';

export type InviteDeps = {
  readonly log: Log;
  readonly postMail: PostMail | null;
  readonly publicUrl: string;
};

/** A large team in one go; more would make a studio a source of unwanted mail. */
const perStudio = { tries: 60, perMs: 60 * 60_000 };

/**
 * Tells a new member where to sign in. The mail opens nothing by itself: who has the address asks for a link there.
 *
 * @returns whether a mail is on its way
 */
export function inviteByMail(ctx: Ctx, { log, postMail, publicUrl }: InviteDeps) {
  const waitForStudio = limitTries(perStudio);
  return async (actor: Actor, { person }: Member): Promise<boolean> => {
    if (!postMail || waitForStudio(actor.studioId, ctx.now().getTime())) return false;
    const me = await readMe(ctx, actor);
    if (!me.ok) return false;
    const { studio, person: by } = me.value;
    const text = texts.members.mailText({ studio: studio.name, by: by.name, url: `${publicUrl}/sign-in` });
    const letter = { to: person.email, subject: texts.members.mailSubject(studio.name), text };
    postMail(letter).catch((err: unknown) => log.error({ err }, 'mail not sent'));
    return true;
  };
}
