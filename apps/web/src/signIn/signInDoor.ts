import { type Ctx, demoPersonOf, endSessionBy, openSession } from '@pinpaint/actions';
import type { Log, MailConfig, OidcConfig } from '@pinpaint/config';
import type { PersonId, StudioId } from '@pinpaint/domain';
import { sessionCookie } from '@pinpaint/rooms';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { isFromOurPage } from '../api/auth/isFromOurPage.ts';
import { isLoopback } from '../api/auth/isLoopback.ts';
import { setSessionCookie } from '../api/auth/sessionCookie.ts';
import { securityHeaders } from '../api/edge/securityHeaders.ts';
import type { PostMail } from '../mail/openMail.ts';
import { mailRoutes } from './mailRoutes.ts';
import { oidcRoutes } from './oidcRoutes.ts';
import { pathWithin } from './pathWithin.ts';
import { demoRoles } from './ways.ts';

export const signInPath = '/api/auth';

export type SignInDeps = {
  readonly log: Log;
  readonly publicUrl: string;
  readonly trustedProxies: number;
  readonly mail: MailConfig | null;
  /** Where there is a `mail`, its sender. */
  readonly postMail: PostMail | null;
  readonly oidc: OidcConfig | null;
  /** Only of the embedded stack. null: nobody comes in without a proof of who they are. */
  readonly demoStudioId: StudioId | null;
};

/** A way in and an address to go to. */
const formBytes = 8 * 1024;

/** Where the forms of /sign-in go. They work without a script, and send their reader on. */
export function signInDoor(ctx: Ctx, deps: SignInDeps): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>().basePath(signInPath);
  app.onError((err, c) => {
    deps.log.error({ err }, 'sign-in failed');
    return backWith(c, 'fault');
  });
  app.use('*', securityHeaders, bodyLimit({ maxSize: formBytes }), ownFormsOnly(deps.publicUrl));
  const { demoStudioId } = deps;
  if (demoStudioId) {
    app.post('/demo', async (c) => {
      if (!isLoopback(c.env.incoming)) return c.notFound();
      const { role, to } = await c.req.parseBody();
      const offered = demoRoles.find((one) => one === role);
      const personId = offered && (await demoPersonOf(ctx.db, { studioId: demoStudioId, role: offered }));
      if (!personId) return c.notFound();
      return letIn(c, { studioId: demoStudioId, personId, to });
    });
  }
  const { mail, postMail, oidc } = deps;
  if (mail && postMail) app.route('/mail', mailRoutes(ctx, { ...deps, mail, postMail }));
  if (oidc) app.route('/', oidcRoutes(ctx, { ...deps, oidc }));
  return app;

  type LetIn = { readonly studioId: StudioId; readonly personId: PersonId; readonly to: unknown };

  async function letIn(c: Context, { to, ...who }: LetIn): Promise<Response> {
    const opened = await openSession(ctx, { ...who, userAgent: c.req.header('user-agent') ?? '' });
    if (!opened.ok) return backWith(c, 'refused');
    const before = getCookie(c, sessionCookie(deps.publicUrl));
    if (before) await endSessionBy(ctx, before);
    setSessionCookie(c, opened.value.secret, deps.publicUrl);
    return c.redirect(pathWithin(typeof to === 'string' ? to : null), 303);
  }
}

/** As the Node server hands it on. */
type NodeEnv = { Bindings: { readonly incoming: Parameters<typeof isLoopback>[0] } };

/** Else another site could sign its visitors in as somebody of its choice. */
function ownFormsOnly(publicUrl: string) {
  return createMiddleware(async (c, next) => {
    if (c.req.method === 'GET' || isFromOurPage(c, publicUrl)) return next();
    return c.text('Another site’s page has sent this.', 403);
  });
}

function backWith(c: Context, problem: 'refused' | 'fault'): Response {
  return c.redirect(`/sign-in?problem=${problem}`, 303);
}
