import { type Ctx, cleanEmail, findMemberByEmail } from '@pinpaint/actions';
import type { Log, MailConfig } from '@pinpaint/config';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { addressOf } from '../api/edge/addressOf.ts';
import { limitTries } from '../api/edge/limitTries.ts';
import type { PostMail } from '../mail/openMail.ts';
import { texts } from '../text/texts.ts';
import { beginNextAuth } from './beginNextAuth.ts';
import { pathWithin } from './pathWithin.ts';

export type MailDeps = {
  readonly log: Log;
  readonly publicUrl: string;
  readonly trustedProxies: number;
  readonly mail: MailConfig;
  readonly postMail: PostMail;
};

const mailMinutes = 15;
/** Somebody who mistypes, or whose mail is slow; more would be a nuisance in somebody else's inbox. */
const perMailbox = { tries: 4, perMs: mailMinutes * 60_000 };
/** An office behind one address on a Monday morning. */
const perAddress = { tries: 30, perMs: mailMinutes * 60_000 };

const askForm = z.object({ email: z.string().max(600), to: z.string().optional() });
const enterForm = z.object({
  email: z.string().max(600),
  token: z.string().max(200),
  to: z.string().optional(),
});

/** A link by mail: asked for at /sign-in, opened as a page with a button, since mail scanners follow links. */
export function mailRoutes(ctx: Ctx, { log, publicUrl, trustedProxies, mail, postMail }: MailDeps): Hono {
  const waitForMailbox = limitTries(perMailbox);
  const waitForAddress = limitTries(perAddress);
  const begin = beginNextAuth(
    ctx,
    { log, publicUrl, authSecret: mail.authSecret },
    {
      id: 'email',
      type: 'email',
      name: 'Email',
      server: mail.smtpUrl,
      from: mail.from,
      maxAge: mailMinutes * 60,
      options: {},
      sendVerificationRequest: async ({ identifier, token, url }) => {
        const known = await findMemberByEmail(ctx.db, identifier);
        const to = new URL(url).searchParams.get('callbackUrl') ?? '/';
        if (known) post(identifier, mailedLink(publicUrl, { token, email: identifier, to }));
      },
    },
  );
  return new Hono().post('/', ask).post('/enter', enter);

  /** The answer is the same whether anybody has this address or not; so is its time, for nobody waits for the mail. */
  async function ask(c: Context): Promise<Response> {
    const form = askForm.safeParse(await c.req.parseBody());
    const email = cleanEmail(form.data?.email ?? '');
    if (!form.success || !email.ok) return c.redirect('/sign-in?problem=email', 303);
    const now = ctx.now().getTime();
    if (waitForAddress(addressOf(c, trustedProxies), now) || waitForMailbox(email.value, now)) {
      return c.redirect('/sign-in?problem=too-many', 303);
    }
    const { csrfToken, go } = await begin(c);
    const body = { csrfToken, email: email.value, callbackUrl: pathWithin(form.data.to) };
    await go({ method: 'POST', action: 'signin', body });
    return c.redirect('/sign-in?sent', 303);
  }

  async function enter(c: Context): Promise<Response> {
    const form = enterForm.safeParse(await c.req.parseBody());
    if (!form.success) return c.redirect('/sign-in?problem=link', 303);
    const { go } = await begin(c);
    const callbackUrl = pathWithin(form.data.to);
    const query = { token: form.data.token, email: form.data.email, callbackUrl };
    const { isIn } = await go({ method: 'GET', action: 'callback', query });
    if (!isIn) return c.redirect('/sign-in?problem=link', 303);
    return c.redirect(callbackUrl, 303);
  }

  function post(to: string, link: string): void {
    const { mailSubject: subject, mailText } = texts.signIn;
    const letter = { to, subject, text: mailText({ link, minutes: mailMinutes }) };
    postMail(letter).catch((err: unknown) => log.error({ err }, 'mail not sent'));
  }
}

function mailedLink(publicUrl: string, facts: { token: string; email: string; to: string }): string {
  const to = pathWithin(facts.to.startsWith(publicUrl) ? facts.to.slice(publicUrl.length) : facts.to);
  return `${publicUrl}/sign-in/mail?${new URLSearchParams({ ...facts, to })}`;
}
