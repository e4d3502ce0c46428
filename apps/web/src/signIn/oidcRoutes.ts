import { type Ctx, cleanEmail } from '@pinpaint/actions';
import type { Log, OidcConfig } from '@pinpaint/config';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { beginNextAuth } from './beginNextAuth.ts';
import { pathWithin } from './pathWithin.ts';

export type OidcDeps = { readonly log: Log; readonly publicUrl: string; readonly oidc: OidcConfig };

const claimsSchema = z.object({
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
});

/** An OpenID provider of the studio's: authorisation code with PKCE, state and nonce. It invites nobody. */
export function oidcRoutes(ctx: Ctx, { log, publicUrl, oidc }: OidcDeps): Hono {
  const { issuer, clientId, clientSecret, name, authSecret } = oidc;
  const begin = beginNextAuth(
    ctx,
    { log, publicUrl, authSecret },
    {
      id: 'oidc',
      type: 'oauth',
      name,
      issuer,
      wellKnown: `${issuer}/.well-known/openid-configuration`,
      clientId,
      clientSecret,
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      authorization: { params: { scope: 'openid email profile' } },
      // Not every provider puts the address into the id token; the client checks that both name one subject.
      userinfo: {
        request: async ({ client, tokens }) => client.userinfo(tokens.access_token ?? '', { params: {} }),
      },
      profile(said) {
        const { sub, email, email_verified } = claimsSchema.parse(said);
        const address = email_verified === true ? cleanEmail(email ?? '') : null;
        return { id: sub, email: address?.ok ? address.value : '' };
      },
      // The address is one that the provider has verified, or there is none.
      allowDangerousEmailAccountLinking: true,
    },
  );
  return new Hono().post('/oidc', leave).get('/callback/oidc', comeBack);

  async function leave(c: Context): Promise<Response> {
    const { to } = await c.req.parseBody();
    const { csrfToken, go } = await begin(c);
    const callbackUrl = pathWithin(typeof to === 'string' ? to : null);
    const { location } = await go({ method: 'POST', action: 'signin', body: { csrfToken, callbackUrl } });
    const isTheirs = location !== null && new URL(location).origin !== new URL(publicUrl).origin;
    if (!isTheirs) return c.redirect('/sign-in?problem=oidc', 303);
    // No redirect: form-action 'self' would follow it, through every address a company's sign-in goes by.
    return c.html(
      html`<!doctype html><meta http-equiv="refresh" content="0;url=${location}"><a href="${location}">${name}</a>`,
    );
  }

  async function comeBack(c: Context): Promise<Response> {
    const { go } = await begin(c);
    const { location, isIn } = await go({ method: 'GET', action: 'callback', query: c.req.query() });
    if (!isIn) return c.redirect('/sign-in?problem=oidc', 303);
    const path = location?.startsWith(publicUrl) ? location.slice(publicUrl.length) : location;
    return c.redirect(pathWithin(path), 303);
  }
}
