import { createRoute, z } from '@hono/zod-openapi';
import { drawFrame, estimateDrawing } from '@pinpaint/actions';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { drawingEstimateSchema, newDrawnSchema } from '../schemas/drawing.ts';
import { frameSchema } from '../schemas/frame.ts';
import { answers, jsonBody, send } from '../schemas/openapi.ts';
import { boardParam } from '../schemas/params.ts';
import { aspectNameSchema } from '../schemas/worker.ts';

const tags = ['Frames'];

const draw = createRoute({
  method: 'post',
  path: '/boards/{boardId}/frames/drawn',
  tags,
  summary: 'Put a picture on a board that is drawn from words',
  description:
    'By an engine that draws, under the limits that edits are under. The frame is there at once, `drawing`; its edit can be followed and cancelled.',
  request: { params: boardParam, body: jsonBody(newDrawnSchema) },
  responses: answers(201, frameSchema, 'The frame; its picture is being drawn'),
});

const estimate = createRoute({
  method: 'get',
  path: '/boards/{boardId}/frames/drawn/estimate',
  tags,
  summary: 'Who could draw a picture from words, and what it would take',
  request: { params: boardParam, query: z.object({ aspect: aspectNameSchema.default('3:2') }) },
  responses: answers(200, drawingEstimateSchema, 'The estimate'),
});

export const drawnRoutes: Routes = (ctx) =>
  routes()
    .openapi(draw, async (c) => {
      const wish = { ...c.req.valid('json'), ...c.req.valid('param') };
      const value = unwrap(await drawFrame(ctx, c.get('actor'), wish));
      return send(c, 201, { schema: frameSchema, value });
    })
    .openapi(estimate, async (c) => {
      const wish = { ...c.req.valid('query'), ...c.req.valid('param') };
      const value = unwrap(await estimateDrawing(ctx, c.get('actor'), wish));
      return send(c, 200, { schema: drawingEstimateSchema, value });
    });
