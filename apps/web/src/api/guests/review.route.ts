import { createRoute } from '@hono/zod-openapi';
import { readReview } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { reviewSchema } from '../schemas/link.ts';
import { answers, send } from '../schemas/openapi.ts';

const get = createRoute({
  method: 'get',
  path: '/review',
  tags: ['Review'],
  summary: 'What a guest may see and do',
  responses: answers(200, reviewSchema, 'The link, its project and boards'),
});

export const reviewRoutes: Routes = (ctx) =>
  routes().openapi(get, async (c) =>
    send(c, 200, { schema: reviewSchema, value: unwrap(await readReview(ctx, c.get('actor'))) }),
  );
