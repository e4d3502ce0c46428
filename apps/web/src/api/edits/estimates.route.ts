import { createRoute, z } from '@hono/zod-openapi';
import { estimatePin } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { pinEstimateSchema } from '../schemas/edit.ts';
import { answers, send } from '../schemas/openapi.ts';
import { pinParam } from '../schemas/params.ts';

const estimate = createRoute({
  method: 'get',
  path: '/pins/{pinId}/estimate',
  tags: ['Edits'],
  summary: 'Which engines could do it, and what each would take',
  description: 'For the region and, beside it, for the whole frame. Without an engine: what to say instead.',
  request: {
    params: pinParam,
    query: z.object({
      variants: z.coerce.number().int().min(1).max(4).default(1),
      growPx: z.coerce.number().min(0).max(2_000).optional(),
    }),
  },
  responses: answers(200, pinEstimateSchema, 'The estimate'),
});

export const estimateRoutes: Routes = (ctx) =>
  routes().openapi(estimate, async (c) => {
    const { variants, growPx = null } = c.req.valid('query');
    const wish = { ...c.req.valid('param'), variants, growPx };
    const value = unwrap(await estimatePin(ctx, c.get('actor'), wish));
    return send(c, 200, { schema: pinEstimateSchema, value });
  });
