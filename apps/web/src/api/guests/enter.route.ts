import { createRoute } from '@hono/zod-openapi';
import { enterReview } from '@pinpaint/actions';
import { setGuestCookie } from '../auth/guestCookie.ts';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { enteredSchema, enterSchema } from '../schemas/link.ts';
import { answers, jsonBody, send } from '../schemas/openapi.ts';

const enter = createRoute({
  method: 'post',
  path: '/review/enter',
  tags: ['Review'],
  summary: 'Come in through a review link',
  description:
    'Answers with a secret of the guest’s own, and sets it as a cookie. A repeat with the same key has neither: then enter anew, with another key. Tries are bounded by link and by address: a 429 says in Retry-After when to come back.',
  security: [],
  request: { body: jsonBody(enterSchema) },
  responses: answers(201, enteredSchema, 'The guest, and what they may see'),
});

/** Registered before anybody is asked for a token. */
export const enterRoutes: Routes = (ctx, { publicUrl }) =>
  routes().openapi(enter, async (c) => {
    c.set('shownOnce', ['secret']);
    const entered = unwrap(await enterReview(ctx, c.req.valid('json')));
    setGuestCookie(c, entered.secret, publicUrl);
    return send(c, 201, { schema: enteredSchema, value: entered });
  });
