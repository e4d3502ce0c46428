import { type Ctx, endSessionBy } from '@pinpaint/actions';
import type { Log } from '@pinpaint/config';
import { sessionCookie } from '@pinpaint/rooms';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { AuthOptions } from 'next-auth';
import { z } from 'zod';
import { type AskNextAuth, askNextAuth } from './askNextAuth.ts';
import { type Browser, sessionAdapter } from './sessionAdapter.ts';

type Deps = { readonly log: Log; readonly publicUrl: string; readonly authSecret: string };

type Step = Omit<AskNextAuth, 'provider' | 'cookies'>;

/** For each request of one way in: what next-auth calls the CSRF token is also what this browser alone knows. */
export function beginNextAuth(ctx: Ctx, deps: Deps, provider: AuthOptions['providers'][number]) {
  const { log, publicUrl, authSecret } = deps;
  const session = sessionCookie(publicUrl);
  const issuer = 'issuer' in provider ? String(provider.issuer) : '';

  return async (c: Context) => {
    const userAgent = c.req.header('user-agent') ?? '';
    const asked = { method: 'GET', action: 'csrf', cookies: getCookie(c) } as const;
    const first = await askNextAuth(optionsFor({ userAgent, secret: '' }), asked);
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse(first.body);
    // It says where to go next as well, which nobody has told it yet.
    const fresh = first.cookies.filter((cookie) => cookie.includes('csrf-token='));
    keepCookies(c, fresh);
    const cookies = { ...getCookie(c), ...Object.fromEntries(fresh.map(pairOf)) };
    const options = optionsFor({ userAgent, secret: csrfToken });
    return {
      csrfToken,
      async go(step: Step): Promise<{ readonly location: string | null; readonly isIn: boolean }> {
        const answer = await askNextAuth(options, { ...step, provider: provider.id, cookies });
        keepCookies(c, answer.cookies);
        const isIn = answer.cookies.some((cookie) => cookie.startsWith(`${session}=`));
        const before = getCookie(c, session);
        if (isIn && before) await endSessionBy(ctx, before);
        return { location: answer.location, isIn };
      },
    };
  };

  function optionsFor(browser: Browser): AuthOptions {
    const secure = publicUrl.startsWith('https:');
    const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
    return {
      secret: authSecret,
      adapter: sessionAdapter(ctx, { browser, issuer }),
      session: { strategy: 'database' },
      cookies: { sessionToken: { name: session, options } },
      logger: {
        error: (code, facts) => log.warn({ err: facts instanceof Error ? facts : facts.error }, code),
        warn: (code) => log.debug(code),
        debug: () => undefined,
      },
      providers: [provider],
    };
  }
}

function pairOf(line: string): readonly [string, string] {
  const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? [];
  return [name, decodeURIComponent(value)];
}

function keepCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}
