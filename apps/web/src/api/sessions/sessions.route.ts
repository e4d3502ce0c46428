import { createRoute } from '@hono/zod-openapi';
import { endSession, listSessions, switchStudio } from '@pinpaint/actions';
import { forgetSessionCookie, setSessionCookie } from '../auth/sessionCookie.ts';
import { type Routes, routes } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { answers, answersNothing, jsonBody, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { sessionParam } from '../schemas/params.ts';
import { studioChoiceSchema } from '../schemas/studio.ts';
import { sessionSchema } from '../schemas/token.ts';

const tags = ['Sessions'];

const list = createRoute({
  method: 'get',
  path: '/sessions',
  tags,
  summary: 'Where one is signed in',
  request: { query: idPageQuery },
  responses: answers(200, pageOf(sessionSchema), 'Sessions that still work, oldest first'),
});

const leave = createRoute({
  method: 'delete',
  path: '/sessions/current',
  tags,
  summary: 'Sign out here',
  responses: answersNothing('The session no longer works, and the browser forgets its cookie'),
});

const change = createRoute({
  method: 'post',
  path: '/sessions/current/studio',
  tags,
  summary: 'Go on in another of one’s studios',
  description: 'The session here ends, and the browser gets the cookie of one there.',
  request: { body: jsonBody(studioChoiceSchema) },
  responses: answers(200, studioChoiceSchema, 'Where one is now'),
});

const end = createRoute({
  method: 'delete',
  path: '/sessions/{sessionId}',
  tags,
  summary: 'Sign out elsewhere',
  request: { params: sessionParam },
  responses: answersNothing('It no longer works'),
});

export const sessionRoutes: Routes = (ctx, { publicUrl }) =>
  routes()
    .openapi(list, async (c) => {
      const value = unwrap(await listSessions(ctx, c.get('actor'), c.req.valid('query')));
      return send(c, 200, { schema: pageOf(sessionSchema), value });
    })
    .openapi(leave, async (c) => {
      const actor = c.get('actor');
      const sessionId = actor.kind === 'person' ? actor.sessionId : undefined;
      if (!sessionId) throw ApiProblem.of({ code: 'session.not-found' });
      unwrap(await endSession(ctx, actor, { sessionId }));
      forgetSessionCookie(c, publicUrl);
      return c.body(null, 204);
    })
    .openapi(change, async (c) => {
      const { studioId } = c.req.valid('json');
      const userAgent = c.req.header('user-agent') ?? '';
      const opened = unwrap(await switchStudio(ctx, c.get('actor'), { studioId, userAgent }));
      setSessionCookie(c, opened.secret, publicUrl);
      return send(c, 200, { schema: studioChoiceSchema, value: { studioId } });
    })
    .openapi(end, async (c) => {
      unwrap(await endSession(ctx, c.get('actor'), c.req.valid('param')));
      return c.body(null, 204);
    });
