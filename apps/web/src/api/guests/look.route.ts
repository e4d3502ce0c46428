import { createRoute } from '@hono/zod-openapi';
import { lookAtReview } from '@pinpaint/actions';
import { secretOfCookies } from '@pinpaint/rooms';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { linkLookSchema, lookSchema } from '../schemas/link.ts';
import { answers, jsonBody, send } from '../schemas/openapi.ts';

const look = createRoute({
  method: 'post',
  path: '/review/look',
  tags: ['Review'],
  summary: 'What a review link is for, and what it asks for',
  description: 'Changes nothing. A POST, so that the link’s secret stands in no address and no log.',
  security: [],
  request: { body: jsonBody(lookSchema) },
  responses: answers(200, linkLookSchema, 'Whose it is, and what to bring to enter'),
});

/** Registered before anybody is asked for a token. */
export const lookRoutes: Routes = (ctx, { publicUrl }) =>
  routes().openapi(look, async (c) => {
    const { token } = c.req.valid('json');
    const cookies = c.req.header('cookie') ?? '';
    const secret = secretOfCookies({ cookies, url: c.req.url, publicUrl });
    const value = unwrap(await lookAtReview(ctx, { token, secret }));
    return send(c, 200, { schema: linkLookSchema, value });
  });
