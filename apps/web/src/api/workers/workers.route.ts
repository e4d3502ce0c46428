import { createRoute } from '@hono/zod-openapi';
import { listWorkers } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { answers, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { workerSchema } from '../schemas/worker.ts';

const list = createRoute({
  method: 'get',
  path: '/workers',
  tags: ['Workers'],
  summary: 'Which engine workers there are, and what they can',
  request: { query: idPageQuery },
  responses: answers(200, pageOf(workerSchema), 'Those seen in the last day'),
});

/** For people; what workers themselves ask is under /worker. */
export const workerRoutes: Routes = (ctx) =>
  routes().openapi(list, async (c) => {
    const value = unwrap(await listWorkers(ctx, c.get('actor'), c.req.valid('query')));
    return send(c, 200, { schema: pageOf(workerSchema), value });
  });
