import { createRoute } from '@hono/zod-openapi';
import { listCharges } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { chargeSchema } from '../schemas/charge.ts';
import { answers, send } from '../schemas/openapi.ts';
import { idPageQuery, pageOf } from '../schemas/paging.ts';
import { boardParam } from '../schemas/params.ts';

const list = createRoute({
  method: 'get',
  path: '/boards/{boardId}/charges',
  tags: ['Edits'],
  summary: 'What a board’s films and readings by services cost',
  description: 'They are under the same limits as edits, which say their cost themselves.',
  request: { params: boardParam, query: idPageQuery },
  responses: answers(200, pageOf(chargeSchema), 'Newest first'),
});

export const chargeRoutes: Routes = (ctx) =>
  routes().openapi(list, async (c) => {
    const wish = { ...c.req.valid('query'), ...c.req.valid('param') };
    const value = unwrap(await listCharges(ctx, c.get('actor'), wish));
    return send(c, 200, { schema: pageOf(chargeSchema), value });
  });
