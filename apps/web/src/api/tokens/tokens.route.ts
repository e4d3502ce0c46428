import { createRoute } from '@hono/zod-openapi';
import { listTokens, makeToken, revokeToken } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { answers, answersNothing, jsonBody, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { tokenParam } from '../schemas/params.ts';
import { madeTokenSchema, newTokenSchema, tokenSchema } from '../schemas/token.ts';

const tags = ['Tokens'];

const list = createRoute({
  method: 'get',
  path: '/tokens',
  tags,
  summary: 'One’s own API tokens',
  request: { query: idPageQuery },
  responses: answers(200, pageOf(tokenSchema), 'Tokens, oldest first; revoked ones too'),
});

const make = createRoute({
  method: 'post',
  path: '/tokens',
  tags,
  summary: 'Make an API token of one’s own',
  request: { body: jsonBody(newTokenSchema) },
  responses: answers(201, madeTokenSchema, 'The token, with its secret'),
});

const revoke = createRoute({
  method: 'delete',
  path: '/tokens/{tokenId}',
  tags,
  summary: 'Revoke a token of one’s own',
  request: { params: tokenParam },
  responses: answersNothing('It no longer works'),
});

export const tokenRoutes: Routes = (ctx) =>
  routes()
    .openapi(list, async (c) => {
      const value = unwrap(await listTokens(ctx, c.get('actor'), c.req.valid('query')));
      return send(c, 200, { schema: pageOf(tokenSchema), value });
    })
    .openapi(make, async (c) => {
      c.set('shownOnce', ['secret']);
      const value = unwrap(await makeToken(ctx, c.get('actor'), c.req.valid('json')));
      return send(c, 201, { schema: madeTokenSchema, value });
    })
    .openapi(revoke, async (c) => {
      unwrap(await revokeToken(ctx, c.get('actor'), c.req.valid('param')));
      return c.body(null, 204);
    });
