import { type AdmitCtx, admit } from '@pinpaint/actions';
import { secretOfCookies } from '@pinpaint/rooms';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { bearerOf } from './bearerOf.ts';
import { isFromOurPage } from './isFromOurPage.ts';

/** Finds out who asks. With both a token and a cookie, the token counts: somebody has put it there. */
export function authenticate(ctx: AdmitCtx, publicUrl: string) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const secret = bearerOf(c) ?? secretOfCookie(c, publicUrl);
    if (!secret) throw ApiProblem.of({ code: 'auth.missing' });
    const renewActor = () => admit(ctx, secret);
    c.set('actor', unwrap(await renewActor()));
    c.set('secret', secret);
    c.set('renewActor', renewActor);
    await next();
  });
}

function secretOfCookie(c: Context, publicUrl: string): string | null {
  const { url } = c.req;
  const secret = secretOfCookies({ cookies: c.req.header('cookie') ?? '', url, publicUrl });
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (secret && !isRead && !isFromOurPage(c, publicUrl)) {
    throw new ApiProblem('auth.foreign-page', 403, 'Another site’s page has sent this.');
  }
  return secret;
}
