import { type Ctx, cleanEmail, findMemberByEmail } from '@pinpaint/actions';
import type { Log, MailConfig } from '@pinpaint/config';
import { sessionCookie } from '@pinpaint/rooms';
import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import type { AuthOptions } from 'next-auth';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { addressOf } from '../api/edge/addressOf.ts';
import { limitTries } from '../api/edge/limitTries.ts';
import { askNextAuth } from './askNextAuth.ts';
import { pathWithin } from './pathWithin.ts';
import { sessionAdapter } from './sessionAdapter.ts';

export type MailDeps = {
  readonly log: Log;
  readonly publicUrl: string;
  readonly trustedProxies: number;
  readonly mail: MailConfig;
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
export function mailRoutes(ctx: Ctx, { log, publicUrl, trustedProxies, mail }: MailDeps): Hono {
  const transport = createTransport(mail.smtpUrl);
  const waitForMailbox = limitTries(perMailbox);
  const waitForAddress = limitTries(perAddress);
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
    const { options, csrfToken, cookies } = await begin(c);
    const body = { csrfToken, email: email.value, callbackUrl: pathWithin(form.data.to) };
    const asked = { method: 'POST', action: 'signin', provider: 'email', cookies, body } as const;
    keepCookies(c, (await askNextAuth(options, asked)).cookies);
    return c.redirect('/sign-in?sent', 303);
  }

  async function enter(c: Context): Promise<Response> {
    const form = enterForm.safeParse(await c.req.parseBody());
    if (!form.success) return c.redirect('/sign-in?problem=link', 303);
    const { options, cookies } = await begin(c);
    const callbackUrl = pathWithin(form.data.to);
    const query = { token: form.data.token, email: form.data.email, callbackUrl };
    const asked = { method: 'GET', action: 'callback', provider: 'email', cookies, query } as const;
    const answer = await askNextAuth(options, asked);
    const isIn = answer.cookies.some((cookie) => cookie.startsWith(`${sessionCookie(publicUrl)}=`));
    if (!isIn) return c.redirect('/sign-in?problem=link', 303);
    keepCookies(c, answer.cookies);
    return c.redirect(callbackUrl, 303);
  }

  /** What next-auth calls the CSRF token is also what binds a mailed link to this browser. */
  async function begin(c: Context) {
    const userAgent = c.req.header('user-agent') ?? '';
    const unbound = optionsFor({ userAgent, secret: '' });
    const first = await askNextAuth(unbound, { method: 'GET', action: 'csrf', cookies: getCookie(c) });
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse(first.body);
    keepCookies(c, first.cookies);
    const fresh = first.cookies.map((line) => line.split(';', 1)[0]?.split('=') ?? []);
    const given = fresh.map(([name = '', value = '']) => [name, decodeURIComponent(value)]);
    const cookies = { ...getCookie(c), ...Object.fromEntries(given) };
    return { options: optionsFor({ userAgent, secret: csrfToken }), csrfToken, cookies };
  }

  function optionsFor(browser: Parameters<typeof sessionAdapter>[1]): AuthOptions {
    const secure = publicUrl.startsWith('https:');
    const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
    return {
      secret: mail.authSecret,
      adapter: sessionAdapter(ctx, browser),
      session: { strategy: 'database' },
      cookies: { sessionToken: { name: sessionCookie(publicUrl), options } },
      pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in?sent' },
      logger: {
        error: (code, facts) => log.warn({ err: facts instanceof Error ? facts : facts.error }, code),
        warn: (code) => log.debug(code),
        debug: () => undefined,
      },
      providers: [
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
            const to = new URL(url).searchParams.get('callbackUrl');
            if (known) post(identifier, mailedLink(publicUrl, { token, email: identifier, to: to ?? '/' }));
          },
        },
      ],
    };
  }

  function post(to: string, link: string): void {
    const message = { from: mail.from, to, subject: 'Sign in to Pinpaint', text: textOf(link) };
    transport.sendMail(message).catch((err: unknown) => log.error({ err }, 'mail not sent'));
  }
}

function mailedLink(publicUrl: string, facts: { token: string; email: string; to: string }): string {
  const to = pathWithin(facts.to.startsWith(publicUrl) ? facts.to.slice(publicUrl.length) : facts.to);
  return `${publicUrl}/sign-in/mail?${new URLSearchParams({ ...facts, to })}`;
}

function textOf(link: string): string {
  return [
    `Open this link in the browser you asked from, within ${mailMinutes} minutes. It works once.`,
    link,
    'If you have not asked for it, leave it be: nobody can sign in without it.',
  ].join('\n\n');
}

function keepCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}
