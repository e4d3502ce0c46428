import { createRoute } from '@hono/zod-openapi';
import { listWorkerTokens, makeWorkerToken, revokeWorkerToken } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { answers, answersNothing, jsonBody, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { tokenParam } from '../schemas/params.ts';
import { madeWorkerTokenSchema, newWorkerTokenSchema, workerTokenSchema } from '../schemas/token.ts';

const tags = ['Workers'];

const list = createRoute({
  method: 'get',
  path: '/worker-tokens',
  tags,
  summary: 'The studio’s worker tokens, and who came in by them',
  request: { query: idPageQuery },
  responses: answers(200, pageOf(workerTokenSchema), 'Tokens, oldest first; revoked ones too'),
});

const make = createRoute({
  method: 'post',
  path: '/worker-tokens',
  tags,
  summary: 'Let an engine worker work for this studio',
  request: { body: jsonBody(newWorkerTokenSchema) },
  responses: answers(201, madeWorkerTokenSchema, 'The token, with its secret'),
});

const revoke = createRoute({
  method: 'delete',
  path: '/worker-tokens/{tokenId}',
  tags,
  summary: 'Shut a token’s workers out',
  request: { params: tokenParam },
  responses: answersNothing('It no longer works'),
});

export const workerTokenRoutes: Routes = (ctx) =>
  routes()
    .openapi(list, async (c) => {
      const value = unwrap(await listWorkerTokens(ctx, c.get('actor'), c.req.valid('query')));
      return send(c, 200, { schema: pageOf(workerTokenSchema), value });
    })
    .openapi(make, async (c) => {
      c.set('shownOnce', ['secret']);
      const value = unwrap(await makeWorkerToken(ctx, c.get('actor'), c.req.valid('json')));
      return send(c, 201, { schema: madeWorkerTokenSchema, value });
    })
    .openapi(revoke, async (c) => {
      unwrap(await revokeWorkerToken(ctx, c.get('actor'), c.req.valid('param')));
      return c.body(null, 204);
    });
