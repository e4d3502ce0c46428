import { OpenAPIHono } from '@hono/zod-openapi';
import { type Ctx, openLink } from '@pinpaint/actions';
import type { Context } from 'hono';
import { authenticate } from './auth/authenticate.ts';
import { authenticateWorker } from './auth/authenticateWorker.ts';
import type { ApiDeps } from './deps.ts';
import { describeApi } from './docs/describeApi.ts';
import { docsPage } from './docs/docsPage.ts';
import { jsonBodies } from './edge/jsonBodies.ts';
import { requestIds } from './edge/requestIds.ts';
import { securityHeaders } from './edge/securityHeaders.ts';
import { watchRequests } from './edge/watchRequests.ts';
import type { ApiEnv } from './env.ts';
import { limitEntering } from './guests/limitEntering.ts';
import { linkTokenOf } from './guests/linkTokenOf.ts';
import { idempotent } from './idempotency/idempotent.ts';
import type { KeyScope } from './idempotency/keys.ts';
import { answerProblems } from './problems/answerProblems.ts';
import { answerUnknownPath } from './problems/answerUnknownPath.ts';
import { openSubjects, subjects, workerSubjects } from './subjects.ts';

export const apiPath = '/api/v1';

/**
 * The whole API, to be given every request under `apiPath`. What is registered first answers first, so the
 * order is the gate: what is open to all, then the workers' own door, then the one for people and guests.
 */
export function createApi(ctx: Ctx, deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>().basePath(apiPath);
  app.onError(answerProblems(deps.log));
  app.notFound(answerUnknownPath(app));
  app.use('*', requestIds, watchRequests(deps), securityHeaders, jsonBodies);

  let described: ReturnType<typeof describeApi> | null = null;
  // Made when it is first asked for, since every route is there by then, and once: it takes 20 ms.
  app.get('/openapi.json', (c) => {
    described ??= describeApi(app);
    return c.json(described);
  });
  app.route('/', docsPage(apiPath));
  for (const door of ['look', 'code', 'enter']) {
    app.use(`/review/${door}`, limitEntering(ctx, deps), idempotent(ctx, scopeOfLink(ctx)));
  }
  for (const subject of openSubjects) app.route('/', subject(ctx, deps));

  app.use('/worker/*', authenticateWorker(ctx));
  for (const subject of workerSubjects) app.route('/', subject(ctx, deps));

  app.use('*', authenticate(ctx, deps.publicUrl), idempotent(ctx, scopeOfActor));
  for (const subject of subjects) app.route('/', subject(ctx, deps));
  return app;
}

/** What `/openapi.json` answers; needs neither a database nor anything else that runs. */
export function openApiDocument(): ReturnType<typeof describeApi> {
  // Routes touch what they are given when they are called, and nobody calls them here.
  return describeApi(createApi({} as Ctx, {} as ApiDeps));
}

function scopeOfActor(c: Context<ApiEnv>): KeyScope {
  const actor = c.get('actor');
  const actorId = actor.kind === 'person' ? actor.personId : actor.guestId;
  return { studioId: actor.studioId, actorId };
}

/** Whoever enters has no name yet; their keys count within the link. Without a good link the route itself answers. */
function scopeOfLink(ctx: Ctx) {
  return async (c: Context<ApiEnv>): Promise<KeyScope | null> => {
    const token = await linkTokenOf(c);
    const link = token === null ? null : await openLink(ctx, token);
    return link?.ok ? { studioId: link.value.studioId, actorId: link.value.id } : null;
  };
}
